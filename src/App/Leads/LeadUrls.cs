namespace CrmStudio.App.Leads;

/// <summary>Addresses of this room's pages.</summary>
public static class LeadUrls
{
    public const string Inbox = "/leads";

    public const string New = "/leads/new";

    public const string Scores = "/leads/scores";

    public static string For(Guid leadId) => $"/leads?lead={leadId}";
}
