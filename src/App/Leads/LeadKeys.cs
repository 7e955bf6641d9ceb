using CrmStudio.App.Shell.Keys;
using CrmStudio.App.Shell.Palette;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads;

/// <summary>What the Leads room offers in the command palette, and the keys of its pages.</summary>
internal static class LeadKeys
{
    private const string Inbox = "In the lead inbox";

    public static IReadOnlyList<PaletteEntry> Entries { get; } =
    [
        new(11, "New lead", "plus", LeadPermissions.Work) { Href = LeadUrls.New, Words = "enter add prospect inquiry" },
    ];

    public static IReadOnlyList<KeyNote> Notes { get; } =
    [
        new(50, Inbox, ["J"], "Next lead", LeadPermissions.Read),
        new(51, Inbox, ["K"], "Lead before", LeadPermissions.Read),
        new(52, Inbox, ["Enter"], "Open the lead", LeadPermissions.Read),
        new(53, Inbox, ["Shift", "C"], "Claim", LeadPermissions.Work),
        new(54, Inbox, ["L"], "Log a call", LeadPermissions.Work),
        new(55, Inbox, ["R"], "Reply: log an e-mail", LeadPermissions.Work),
        new(56, Inbox, ["S"], "Snooze", LeadPermissions.Work),
        new(57, Inbox, ["A"], "Assign", LeadPermissions.Assign),
        new(58, Inbox, ["C"], "Convert", LeadPermissions.Convert),
        new(59, Inbox, ["X"], "Select", LeadPermissions.Work),
    ];
}
