using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Leads;

/// <summary>Permissions of the Leads room. Amounts of leads are shown to who sees amounts of loans, or holds <see cref="SeeAmounts"/>.</summary>
public static class LeadPermissions
{
    /// <summary>See leads. The scope says whose; leads in ponds one belongs to are among one's own.</summary>
    public static Permission Read { get; } = new("leads.read", "See leads", organization: BuiltInRole.Compliance, team: Manager | Assistant | Viewer, own: LoanOfficer | SalesRep);

    /// <summary>See how much people want to borrow.</summary>
    public static Permission SeeAmounts { get; } = new("leads.amounts", "See amounts of leads", organization: BuiltInRole.Compliance, team: Manager | Viewer, own: LoanOfficer | SalesRep);

    /// <summary>Enter leads, work on them, claim, snooze, lose.</summary>
    public static Permission Work { get; } = new("leads.work", "Work on leads", team: Manager | Assistant, own: LoanOfficer | SalesRep);

    /// <summary>Give leads to others.</summary>
    public static Permission Assign { get; } = new("leads.assign", "Give leads to others", team: Manager);

    /// <summary>Turn leads into loans.</summary>
    public static Permission Convert { get; } = new("leads.convert", "Turn leads into loans", team: Manager, own: LoanOfficer);

    /// <summary>Bring leads in from a file, and take an import back.</summary>
    public static Permission Import { get; } = new("leads.import", "Import leads", team: Manager, own: LoanOfficer | SalesRep);

    /// <summary>Take leads out as a file.</summary>
    public static Permission Export { get; } = new("leads.export", "Export leads", organization: BuiltInRole.Compliance, team: Manager, own: LoanOfficer | SalesRep);

    /// <summary>Save smart lists that everybody sees.</summary>
    public static Permission ShareViews { get; } = new("leads.share-views", "Share lists of leads", team: Manager);

    /// <summary>Set who gets which leads, ponds, working hours and how soon a lead is answered.</summary>
    public static Permission Route { get; } = new("leads.route", "Set how leads are routed", organization: Manager);

    /// <summary>Make forms that take leads from the web.</summary>
    public static Permission Capture { get; } = new("leads.capture", "Make lead forms", organization: Manager);

    /// <summary>See how well scores predict.</summary>
    public static Permission JudgeScores { get; } = new("leads.scores", "See how well lead scores predict", organization: Manager);
}
