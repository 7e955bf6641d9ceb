using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Permissions about who the applicants are. Who decides on credit writes it down and does not read it.</summary>
public static class HmdaPermissions
{
    /// <summary>Write down what applicants answered, without seeing what was written before.</summary>
    public static Permission Collect { get; } = new("loans.demographics.collect", "Record demographic information of applicants",
        team: Manager, own: LoanOfficer);

    /// <summary>Read it for the register. Every reading stands in the audit trail; who works the loan cannot even with this.</summary>
    public static Permission ReadDemographics { get; } = new("loans.demographics.read", "Read demographic information for the HMDA register",
        organization: BuiltInRole.Compliance);
}
