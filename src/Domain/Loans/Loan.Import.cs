using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans;

/// <summary>Coming in from a file.</summary>
public sealed partial class Loan
{
    /// <summary>
    /// Takes over what a row says; what it does not say stays. Raises no event of its own: one event stands for the whole file.
    /// </summary>
    /// <param name="draft">The row.</param>
    /// <param name="from">The stage the loan is in.</param>
    /// <param name="to">The stage the row names; null when it names none.</param>
    /// <param name="at">When.</param>
    /// <param name="on">The day in the organization's time zone.</param>
    /// <param name="fileName">Where it came from: the reason of a move.</param>
    public Outcome TakeOver(LoanDraft draft, PipelineStage from, PipelineStage? to, DateTimeOffset at, DateOnly on, string fileName)
    {
        var terms = draft.Terms;
        var set = SetTerms(new LoanTerms(
            terms.Amount ?? Amount, terms.PurchasePrice ?? PurchasePrice, terms.AppraisedValue ?? AppraisedValue, SecondaryFinancing,
            terms.Purpose ?? Purpose, terms.Occupancy ?? Occupancy, terms.MortgageType ?? MortgageType, terms.Product ?? Product,
            terms.TermMonths ?? TermMonths, terms.NoteRate ?? NoteRate));
        if (!set.IsDone) return set;
        if (draft is { LockedOn: { } lockedOn, LockExpiresOn: { } expires } && expires != LockExpiresOn && Lock(lockedOn, expires) is { IsDone: false } refused) return refused;

        LocateProperty(draft.Address ?? PropertyAddress, draft.City ?? PropertyCity, draft.State ?? PropertyState, draft.Zip ?? PropertyZip);
        if (draft.ClosingOn is { } closing) CloseOn(closing);
        if (draft.OfficerId is { } officer) AssignTo(officer);
        if (draft.ProcessorId is { } processor) ProcessBy(processor);
        Source = draft.Source ?? Source;
        if (draft.ApplicationOn is { } applied) Reach(Milestone.Application, applied);
        if (to is null || to.Id == StageId) return Outcome.Done;

        var moved = AdvanceTo(from, to, by: Guid.Empty, at, DayOf(to, draft, on), $"Imported from {fileName}");
        ClearEvents();
        return moved;
    }

    /// <summary>Opens a loan from a row, in the stage it names. History does not have to meet what a stage asks for today.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="officerId">Who works it, where the row names nobody.</param>
    /// <param name="at">When.</param>
    /// <param name="on">The day in the organization's time zone.</param>
    public static Outcome<Loan> OpenFrom(LoanDraft draft, PipelineStage stage, Guid? officerId, DateTimeOffset at, DateOnly on)
    {
        var loan = Open(draft.Number, $"{draft.FirstName} {draft.LastName}", stage, draft.OfficerId ?? officerId, by: Guid.Empty, at);
        var taken = loan.TakeOver(draft, stage, null, at, on, "");
        if (!taken.IsDone) return taken.Refusal;

        loan.Reach(stage.Milestone, DayOf(stage, draft, on));
        loan.ClearEvents();
        return loan;
    }

    // The day a milestone was reached is known for two of them at best; a loan that funded long ago did not fund today.
    private static DateOnly DayOf(PipelineStage stage, LoanDraft draft, DateOnly on) => stage.Milestone switch
    {
        Milestone.Application => draft.ApplicationOn ?? on,
        Milestone.Funding or Milestone.Completion when draft.ClosingOn < on => draft.ClosingOn.Value,
        _ => on,
    };
}
