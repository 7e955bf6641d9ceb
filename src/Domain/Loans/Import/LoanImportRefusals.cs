using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>Why a row does not come in as a loan.</summary>
public static class LoanImportRefusals
{
    /// <summary>Somebody else's loan has the number.</summary>
    public static Refusal NumberElsewhere { get; } = new("loan-import.number-elsewhere", "A loan you may not change has this number already.", nameof(Loan.Number));

    /// <summary>A loan for somebody the member may not assign to.</summary>
    public static Refusal NotYours { get; } = new("loan-import.not-yours", "Your role imports loans of your own or your team only.", nameof(Loan.OfficerId));
}
