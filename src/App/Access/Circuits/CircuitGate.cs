using CrmStudio.App.Hosting.Settings;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;

namespace CrmStudio.App.Access.Circuits;

/// <summary>
/// Stands before the socket: lets in browsers that show a page of this site, to a person whose sign-in stands, while the
/// node has room.
/// </summary>
public sealed class CircuitGate(RequestDelegate next, CircuitRegistry registry, CrmSettings settings, IHostEnvironment environment)
{
    private const string Path = "/_blazor";
    private readonly string ownOrigin = settings.PublicUrl.GetLeftPart(UriPartial.Authority);

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Path))
            return registry.IsFull && OpensCircuit(context) ? RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "Many people are working here right now. Try again in a minute.") : next(context);

        // The connection itself, whatever its method, and every POST. Browsers leave the origin out of a plain GET of their own site,
        // so falling back to polling does not get through: a page needs a WebSocket.
        var isConnection = string.Equals(context.Request.Path.Value!.TrimEnd('/'), Path, StringComparison.OrdinalIgnoreCase);   // routing ignores the last slash too
        if ((isConnection || HttpMethods.IsPost(context.Request.Method)) && !IsOwn(context.Request)) return RefuseAsync(context, StatusCodes.Status403Forbidden, "This address is used by the pages of this site only.");
        if (SignedIn.Of(context.User) is null) return RefuseAsync(context, StatusCodes.Status401Unauthorized, "Sign in first.");
        if (isConnection)
        {
            if (registry.IsFull) return RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "Many people are working here right now. Try again in a minute.");
            CircuitSocket.Current = new CircuitSocket(context);
        }
        return next(context);
    }

    private static bool OpensCircuit(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting();

    // The public address; in development also the loopback address the browser shows, whatever it is called.
    private bool IsOwn(HttpRequest request)
    {
        if (request.Headers.Origin is not [{ } origin]) return false;
        if (string.Equals(origin, ownOrigin, StringComparison.OrdinalIgnoreCase)) return true;
        return environment.IsDevelopment() && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
            && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "60";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
