using CrmStudio.App.Leads.Views;

namespace CrmStudio.App.Leads;

/// <summary>Addresses of this room's pages.</summary>
public static class LeadUrls
{
    public const string Inbox = "/leads";

    public const string New = "/leads/new";

    public const string Import = "/leads/import";

    public const string Csv = "/leads.csv";

    public const string Scores = "/settings/lead-scores";

    public static string For(Guid leadId) => $"/leads?lead={leadId}";

    /// <summary>A list, with a saved one's id and a lead where one is open.</summary>
    public static string Of(LeadView view, Guid? saved = null, Guid? lead = null) =>
        $"{Inbox}?{view.ToQuery()}{(saved is { } id ? $"&view={id}" : null)}{(lead is { } open ? $"&lead={open}" : null)}";

    /// <summary>The file of a list.</summary>
    public static string CsvOf(LeadView view) => $"{Csv}?{view.ToQuery()}";
}
