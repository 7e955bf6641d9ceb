using CrmStudio.Domain.Access;

namespace CrmStudio.App.Shell.Palette;

/// <summary>Something to do or a place to go, offered in the command palette wherever the member is. A room registers its own as a singleton.</summary>
/// <param name="Order">Smaller stands higher. Tens, so that rooms can squeeze in.</param>
/// <param name="Label">What it does, in words: "Import loans".</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
/// <param name="Permission">Offered only to members who hold it; null offers it to everyone.</param>
public sealed record PaletteEntry(int Order, string Label, string Icon, Permission? Permission = null)
{
    /// <summary>A page to open.</summary>
    public string? Href { get; init; }

    /// <summary>A verb of the scripts, carried out without the server.</summary>
    public string? Act { get; init; }

    /// <summary>An address to post to: what must not be done by following a link.</summary>
    public string? Post { get; init; }

    /// <summary>The key that does the same, anywhere outside a field: "n", or "Shift+Z".</summary>
    public string? Key { get; init; }

    /// <summary>The letter after G that goes there.</summary>
    public string? Go { get; init; }

    /// <summary>Other words people look for it by.</summary>
    public string? Words { get; init; }

    /// <summary>What this member may do, in order.</summary>
    public static IReadOnlyList<PaletteEntry> For(CurrentMember me, IEnumerable<PaletteEntry> entries) =>
        [.. entries.Where(entry => entry.Permission is null || (me.IsKnown && me.May(entry.Permission))).OrderBy(entry => entry.Order)];
}
