using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Sends a document back, with the reason the borrower reads.</summary>
public sealed class RejectDocument(PaperDesk desk, CurrentMember me)
{
    public sealed record Input(Guid RequestId, RejectionCode Code, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var paper = await desk.OpenAsync("loans.papers.reject", PaperPermissions.Review, input.RequestId, ct);
        if (paper.Refused is { } refused) return refused;

        var outcome = paper.Request.Reject(input.Code, input.Reason, me.Id, paper.Unit.At);
        return outcome.IsDone ? await paper.SaveAsync($"Sent {paper.Request.Name} of {paper.Loan.BorrowerName} back", ct) : outcome.Refusal;
    }
}
