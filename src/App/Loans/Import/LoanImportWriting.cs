using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;

namespace CrmStudio.App.Loans.Import;

/// <summary>What writing one row came to.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Rows">The records it touched, in the order they must be made.</param>
/// <param name="Problem">Why it failed.</param>
internal sealed record LoanImportWriting(LoanImportRowState State, IReadOnlyList<Entity> Rows, LoanImportProblem? Problem = null)
{
    public static LoanImportWriting Failed(Refusal refusal) => new(LoanImportRowState.Failed, [], LoanImportDesk.Problem(refusal));

    /// <summary>What is kept of it: the loan, and the way back. An update that changed nothing counts as skipped.</summary>
    public LoanImportRows.Ended End(CrmUnit unit, LoanImportRow row)
    {
        var wayBack = WayBack.Of(unit, Rows);
        var state = State == LoanImportRowState.Updated && wayBack is null ? LoanImportRowState.Skipped : State;
        return new(row.Id, state, Rows.OfType<Loan>().FirstOrDefault()?.Id, wayBack, Problem is null ? null : [Problem, .. row.Problems]);
    }
}
