using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Permissions around documents and conditions. The scope says of whose loans.</summary>
public static class PaperPermissions
{
    /// <summary>See which documents and conditions a loan has, and where they stand.</summary>
    public static Permission Read { get; } = new("loans.papers.read", "See documents and conditions of loans",
        organization: BuiltInRole.Compliance, team: Manager | Assistant | Viewer, own: LoanOfficer);

    /// <summary>Open the files themselves. Each opening stands in the audit trail.</summary>
    public static Permission OpenFiles { get; } = new("loans.files.read", "Open borrowers' files",
        organization: BuiltInRole.Compliance, team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Ask for documents, bring files, send and revoke borrowers' links.</summary>
    public static Permission Request { get; } = new("loans.papers.request", "Ask for documents and upload files", team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Accept documents and send them back.</summary>
    public static Permission Review { get; } = new("loans.papers.review", "Review documents", team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Write conditions down and move them on.</summary>
    public static Permission Conditions { get; } = new("loans.conditions", "Work on conditions", team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Note that the underwriter does without a condition.</summary>
    public static Permission Waive { get; } = new("loans.conditions.waive", "Waive conditions", team: Manager, own: LoanOfficer);

    /// <summary>Change which documents are usually asked for.</summary>
    public static Permission Templates { get; } = new("loans.papers.templates", "Change the usual documents");
}
