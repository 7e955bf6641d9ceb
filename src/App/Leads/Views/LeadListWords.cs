using System.Globalization;
using CrmStudio.App.Leads.Queries;

namespace CrmStudio.App.Leads.Views;

/// <summary>How the lists of the inbox are said.</summary>
public static class LeadListWords
{
    public static string Of(LeadList list) => list switch
    {
        LeadList.Due => "Due or breached",
        LeadList.Open => "All open",
        _ => list.ToString(),
    };

    /// <summary>Its sign: a name of the icon sheet.</summary>
    public static string IconOf(LeadList list) => list switch
    {
        LeadList.Mine => "person",
        LeadList.New => "bolt",
        LeadList.Hot => "target",
        LeadList.Due => "clock",
        LeadList.Unclaimed => "people",
        LeadList.Snoozed => "snooze",
        LeadList.Nurturing => "chat",
        LeadList.Open => "inbox",
        _ => "flag",
    };

    public static string Of(LeadSort sort) => sort switch
    {
        LeadSort.Due => "Due first",
        LeadSort.Newest => "Newest first",
        LeadSort.Score => "Highest score",
        LeadSort.LastContact => "Longest silent",
        LeadSort.Name => "By name",
        _ => "Largest amount",
    };

    /// <summary>"18", "1,204", "10,000+".</summary>
    public static string Count(int count) => count > LeadListsQuery.Cap ? $"{LeadListsQuery.Cap:N0}+" : count.ToString("N0", CultureInfo.GetCultureInfo("en-US"));
}
