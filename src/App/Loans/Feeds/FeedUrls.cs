namespace CrmStudio.App.Loans.Feeds;

/// <summary>Addresses of members' own calendars.</summary>
public static class FeedUrls
{
    public const string Page = "/account/calendars";
    public const string File = "/calendar/{token}.ics";

    /// <summary>The address a calendar reads: the organization, then the secret.</summary>
    public static string ForFile(Guid orgId, string secret) => $"/calendar/{orgId:n}.{secret}.ics";
}
