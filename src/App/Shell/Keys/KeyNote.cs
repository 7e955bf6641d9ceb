using CrmStudio.App.Shell.Palette;
using CrmStudio.Domain.Access;

namespace CrmStudio.App.Shell.Keys;

/// <summary>A key and what it does, in the list behind "?". Rooms register the keys of their pages as singletons.</summary>
/// <param name="Order">Smaller stands higher; the places stand in the order of their first note.</param>
/// <param name="Place">Where the key acts: "On the board".</param>
/// <param name="Keys">What is pressed, one after another or together: "Ctrl", "K".</param>
/// <param name="What">What happens.</param>
/// <param name="Permission">Listed only for members who hold it; null lists it for everyone.</param>
public sealed record KeyNote(int Order, string Place, IReadOnlyList<string> Keys, string What, Permission? Permission = null)
{
    /// <summary>The place of keys that act on every page.</summary>
    public const string Everywhere = "Everywhere";

    /// <summary>The place of keys that go to a page.</summary>
    public const string GoTo = "Go to a page";

    /// <summary>What this member may press, by place: the notes, the pages with a letter and the actions with a key.</summary>
    public static IReadOnlyList<IGrouping<string, KeyNote>> For(CurrentMember me, IEnumerable<KeyNote> notes, IEnumerable<NavEntry> nav, IEnumerable<PaletteEntry> entries) =>
    [
        .. notes.Where(note => note.Permission is null || (me.IsKnown && me.May(note.Permission)))
            .Concat(NavEntry.For(me, nav).Where(page => page.Go is not null).Select(page => new KeyNote(50, GoTo, ["G", page.Go!.ToUpperInvariant()], page.Label)))
            .Concat(PaletteEntry.For(me, entries).Where(entry => entry.Go is not null).Select(entry => new KeyNote(51, GoTo, ["G", entry.Go!.ToUpperInvariant()], entry.Label)))
            .Concat(PaletteEntry.For(me, entries).Where(entry => entry.Key is not null).Select(entry => new KeyNote(20, Everywhere, [.. entry.Key!.Split('+').Select(part => part.Length == 1 ? part.ToUpperInvariant() : part)], entry.Label)))
            .OrderBy(note => note.Order).GroupBy(note => note.Place),
    ];
}
