namespace CrmStudio.App.Hosting;

/// <summary>Tells browsers what pages of this site may load and do. The one concession: style attributes, which components need.</summary>
public static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyFor(context.Request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        return next(context);
    });

    private static string PolicyFor(HttpRequest request)
    {
        var socket = request.IsHttps ? $"wss://{request.Host}" : $"ws://{request.Host}";
        return "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
            + $"connect-src 'self' {socket}; img-src 'self' data:; font-src 'self'; object-src 'none'; frame-src 'self'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
