using CrmStudio.App.Shell.Keys;
using CrmStudio.App.Shell.Palette;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>What the Contacts room offers in the command palette, and the keys of its pages.</summary>
internal static class ContactKeys
{
    private const string Record = "On a person";

    public static IReadOnlyList<PaletteEntry> Entries { get; } =
    [
        new(11, "New person", "plus", ContactPermissions.Edit) { Href = ContactUrls.NewPerson, Words = "contact add create client agent" },
        new(12, "New company", "plus", ContactPermissions.Edit) { Href = ContactUrls.NewCompany, Words = "brokerage title employer add create" },
    ];

    public static IReadOnlyList<KeyNote> Notes { get; } =
    [
        new(90, Record, ["L"], "Log a call", ContactPermissions.Edit),
        new(91, Record, ["N"], "Write a note", ContactPermissions.Edit),
        new(92, Record, ["M"], "Log a meeting", ContactPermissions.Edit),
    ];
}
