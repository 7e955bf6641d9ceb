namespace CrmStudio.App.Access;

/// <summary>Knows addresses of this site from those that lead elsewhere. Browsers read more as an address than one would think.</summary>
public static class LocalUrl
{
    private const int MaxLength = 2_000;

    /// <summary>
    /// True for a path on this site. One slash first, no second; no backslash, which browsers take for a slash; no control
    /// character or space, which they drop before they look.
    /// </summary>
    public static bool IsLocal(string? url) =>
        url is { Length: > 0 and <= MaxLength }
        && url[0] == '/'
        && (url.Length == 1 || url[1] != '/')
        && !url.Any(c => c is '\\' or <= ' ' or '\u007f' || char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c));

    /// <summary>The address when it is local, otherwise the start page.</summary>
    public static string OrStart(string? url) => IsLocal(url) ? url! : "/";
}
