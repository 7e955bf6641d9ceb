using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers;

/// <summary>A unit of work on one document of a loan that the member may work on; or why there is none.</summary>
public sealed class OpenPaper : IAsyncDisposable
{
    private readonly CrmUnit? unit;

    internal OpenPaper(Refusal refused) => Refused = refused;

    internal OpenPaper(CrmUnit unit, Loan loan, DocumentRequest request) => (this.unit, Loan, Request) = (unit, loan, request);

    /// <summary>Why the document may not be worked on; null when it may.</summary>
    public Refusal? Refused { get; }

    public CrmUnit Unit => unit ?? throw new InvalidOperationException("The document was refused: look at Refused first.");

    /// <summary>The loan; read, not to be changed.</summary>
    public Loan Loan { get; } = default!;

    public DocumentRequest Request { get; } = default!;

    /// <summary>Conditions that wait for this document have what they wait for once all their documents are settled.</summary>
    public async Task ReceiveConditionsAsync(CancellationToken ct)
    {
        var db = Unit.Db;
        var waiting = await db.LoanConditions
            .Where(condition => condition.Status == ConditionStatus.Open || condition.Status == ConditionStatus.Requested)
            .Where(condition => db.LoanConditionDocuments.Any(link => link.ConditionId == condition.Id && link.RequestId == Request.Id))
            .Where(condition => !db.LoanConditionDocuments.Any(link => link.ConditionId == condition.Id && link.RequestId != Request.Id
                && db.DocumentRequests.Any(other => other.Id == link.RequestId && other.Status != DocumentStatus.Accepted && other.Status != DocumentStatus.NotApplicable)))
            .ToListAsync(ct);
        foreach (var condition in waiting) condition.MoveTo(ConditionStatus.Received, null, Unit.MemberId, Unit.At);
    }

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
