using System.IO.Compression;
using System.Net.Mime;
using Microsoft.AspNetCore.ResponseCompression;

namespace CrmStudio.App.Hosting;

/// <summary>
/// Pages travel compressed when a page of this site or the person asked for them, and as they are when another site did: who cannot
/// make a browser ask again and again cannot measure a secret by how well it compresses. See docs/decisions/0014.
/// </summary>
public static class PageCompression
{
    private const string AskedFrom = "Sec-Fetch-Site";

    public static IServiceCollection AddPageCompression(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [MediaTypeNames.Text.Html];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        })
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);

    /// <summary>Before routing, so that error pages are pages too.</summary>
    public static void UsePageCompression(this IApplicationBuilder app) => app.UseWhen(static context => IsAskedFromHere(context.Request), static asked => asked.UseResponseCompression());

    // Browsers send the header over https and from loopback, and no script of any site can set it. "none" is an address entered, a bookmark
    // or a link in a mail: nothing a page can repeat. A browser too old to say pays with bytes.
    private static bool IsAskedFromHere(HttpRequest request) => request.Headers[AskedFrom].ToString() is "same-origin" or "none";
}
