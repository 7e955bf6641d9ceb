using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Locks;
using CrmStudio.App.Loans.Papers;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Import;

/// <summary>
/// Takes rows over into loans that are there, by every rule a form keeps: what the lock desk keeps stays, and the clocks are asked about the
/// closing and the move. A row that would break one stays out whole.
/// </summary>
internal sealed class LoanTaking
{
    private readonly LoanGate gate;
    private readonly KeptLocks locks;
    private readonly IReadOnlyDictionary<Guid, PipelineStage> stages;
    private readonly DateTimeOffset at;
    private readonly DateOnly today;
    private readonly string fileName;

    private LoanTaking(LoanGate gate, KeptLocks locks, IReadOnlyDictionary<Guid, PipelineStage> stages, DateTimeOffset at, DateOnly today, string fileName) =>
        (this.gate, this.locks, this.stages, this.at, this.today, this.fileName) = (gate, locks, stages, at, today, fileName);

    /// <summary>Reads what the rules ask about, for all loans at once.</summary>
    public static async Task<LoanTaking> OpenAsync(
        CrmUnit unit, CurrentMember me, LoanGates gates, IReadOnlyCollection<Loan> loans, IEnumerable<PipelineStage> into, IReadOnlyDictionary<Guid, PipelineStage> stages, string fileName, CancellationToken ct)
    {
        if (loans.Count > 0) await unit.KnowConditionsAsync(loans, into, ct);
        var locks = loans.Count == 0 ? KeptLocks.None : await LockDesk.KeptAsync(unit, me, [.. loans.Select(loan => loan.Id)], ct);
        return new LoanTaking(await gates.OpenAsync(unit, loans, ct), locks, stages, unit.At, me.DayOf(unit.At), fileName);
    }

    /// <summary>Takes a row over, or says why it may not be.</summary>
    public Outcome Take(LoanDraft draft, Loan loan)
    {
        var days = draft is { LockedOn: { } on, LockExpiresOn: { } expires } && expires != loan.LockExpiresOn ? (on, expires) : (loan.LockedOn, loan.LockExpiresOn);
        if (locks.Refuse(loan, days, draft.Terms.NoteRate ?? loan.NoteRate) is { } kept) return kept;
        if (gate.Closing(loan, draft.ClosingOn) is { } tooEarly) return tooEarly;
        if (draft.ClosingOn is { } closing) loan.CloseOn(closing);   // the move is asked with the closing the row brings
        var (from, to) = (stages[loan.StageId], draft.StageId is { } id ? stages[id] : null);
        if (to is not null && gate.Entering(loan, from, to) is { } barred) return barred;
        return loan.TakeOver(draft, from, to, at, today, fileName);
    }

    /// <summary>A refusal, at the column it is about.</summary>
    public static ImportProblem ProblemOf(Refusal why)
    {
        LoanImportField? field = why.Field switch
        {
            nameof(Loan.ClosingOn) => LoanImportField.ClosingOn,
            nameof(Loan.LockExpiresOn) => LoanImportField.LockExpiresOn,
            nameof(Loan.NoteRate) => LoanImportField.Rate,
            _ => null,
        };
        return field is { } known ? new ImportProblem(known.Name(), $"{known.Label()}: {why.Message}") : new ImportProblem(null, why.Message);
    }
}
