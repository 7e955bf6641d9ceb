namespace CrmStudio.Domain.Leads.Forms;

/// <summary>The origin of a site as browsers say it: scheme, host and port, nothing behind.</summary>
public static class WebOrigin
{
    /// <summary>Longest origin.</summary>
    public const int MaxLength = 200;

    /// <summary>Reads an origin from what people type or paste, a whole address too; null when it is none. Plain http only for this machine.</summary>
    public static string? Read(string? text)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length is 0 or > MaxLength || typed.Contains('*', StringComparison.Ordinal)) return null;
        if (!typed.Contains("://", StringComparison.Ordinal)) typed = "https://" + typed;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.UserInfo.Length > 0) return null;
        var isSafe = address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
        return isSafe && (address.HostNameType != UriHostNameType.Dns || address.IsLoopback || address.Host.Contains('.', StringComparison.Ordinal)) ? address.GetLeftPart(UriPartial.Authority).ToLowerInvariant() : null;
    }
}
