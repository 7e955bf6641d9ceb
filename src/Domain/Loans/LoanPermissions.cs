using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans;

/// <summary>Permissions of the Loans room.</summary>
public static class LoanPermissions
{
    /// <summary>See loans. The scope says whose.</summary>
    public static Permission Read { get; } = new("loans.read", "See loans",
        organization: BuiltInRole.Compliance, team: Manager | Assistant | Viewer, own: LoanOfficer);

    /// <summary>See amounts and everything that can be worked out from them: sums, LTV, payments, price, value.</summary>
    public static Permission SeeAmounts { get; } = new("loans.amounts", "See amounts",
        organization: BuiltInRole.Compliance, team: Manager | Viewer, own: LoanOfficer);

    /// <summary>Open a loan.</summary>
    public static Permission Open { get; } = new("loans.open", "Open loans", team: Manager, own: LoanOfficer);

    /// <summary>Move a loan between stages and end it.</summary>
    public static Permission Advance { get; } = new("loans.advance", "Move loans", team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Change the terms, dates and people of a loan.</summary>
    public static Permission Edit { get; } = new("loans.edit", "Change loans", team: Manager, own: LoanOfficer);

    /// <summary>Write notes and log calls on a loan.</summary>
    public static Permission Note { get; } = new("loans.note", "Write notes on loans", team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Bring loans in from a file, and take an import back.</summary>
    public static Permission Import { get; } = new("loans.import", "Import loans", team: Manager, own: LoanOfficer);

    /// <summary>Take loans out as a file.</summary>
    public static Permission Export { get; } = new("loans.export", "Export loans", organization: BuiltInRole.Compliance, team: Manager, own: LoanOfficer);

    /// <summary>Set monthly goals: the organization's, those of the team's officers, or one's own.</summary>
    public static Permission SetGoals { get; } = new("loans.goals", "Set monthly goals", team: Manager);

    /// <summary>Save views of the loans that everybody sees.</summary>
    public static Permission ShareViews { get; } = new("loans.share-views", "Share views of loans", team: Manager);
}
