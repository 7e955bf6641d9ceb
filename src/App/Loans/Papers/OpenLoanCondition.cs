using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Papers;

/// <summary>A unit of work on one condition of a loan that the member may work on; or why there is none.</summary>
public sealed class OpenLoanCondition : IAsyncDisposable
{
    private readonly CrmUnit? unit;

    internal OpenLoanCondition(Refusal refused) => Refused = refused;

    internal OpenLoanCondition(CrmUnit unit, Loan loan, LoanCondition condition) => (this.unit, Loan, Condition) = (unit, loan, condition);

    /// <summary>Why the condition may not be worked on; null when it may.</summary>
    public Refusal? Refused { get; }

    public CrmUnit Unit => unit ?? throw new InvalidOperationException("The condition was refused: look at Refused first.");

    /// <summary>The loan; read, not to be changed.</summary>
    public Loan Loan { get; } = default!;

    public LoanCondition Condition { get; } = default!;

    /// <summary>Saves, with the way back.</summary>
    /// <param name="summary">What was done, past tense.</param>
    /// <param name="ct">Cancels the save.</param>
    public async Task<Outcome<Changed>> SaveAsync(string summary, CancellationToken ct)
    {
        Unit.CanBeUndone(summary);
        var saved = await Unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, Unit.UndoId) : saved.Refusal;
    }

    public ValueTask DisposeAsync() => unit?.DisposeAsync() ?? ValueTask.CompletedTask;
}
