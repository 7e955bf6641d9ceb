using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Access;

namespace CrmStudio.Infrastructure.Loans;

/// <summary>Everything a disbursement sheet says.</summary>
/// <param name="Paper">The lender's paper.</param>
/// <param name="LoanNumber">The loan's number.</param>
/// <param name="Borrower">The borrower's name.</param>
/// <param name="Officer">The officer's name.</param>
/// <param name="Plan">The plan's name.</param>
/// <param name="FundedOn">The day it funded.</param>
/// <param name="Amount">The amount lent, in dollars.</param>
/// <param name="Gross">The commission, in dollars.</param>
/// <param name="Steps">How it came about.</param>
/// <param name="Parts">Who gets what, as far as the reader may see it.</param>
/// <param name="IsWhole">Whether those are all the parts.</param>
/// <param name="At">When it was computed, or settled.</param>
/// <param name="Settled">Who settled it and on which day; null while it is open.</param>
public sealed record CommissionSheet(
    LetterPaper Paper, string LoanNumber, string Borrower, string Officer, string Plan, DateOnly FundedOn, decimal Amount, decimal Gross,
    IReadOnlyList<CommissionStep> Steps, IReadOnlyList<CommissionSheetPart> Parts, bool IsWhole, DateTimeOffset At, string? Settled);
