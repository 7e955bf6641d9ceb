using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Asks once more for a document that was settled, sent back or has expired.</summary>
public sealed class AskAgain(PaperDesk desk, CurrentMember me)
{
    public sealed record Input(Guid RequestId, DateOnly? DueOn = null);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var paper = await desk.OpenAsync("loans.papers.ask-again", PaperPermissions.Request, input.RequestId, ct);
        if (paper.Refused is { } refused) return refused;
        if (!paper.Loan.IsOpen) return PaperRefusals.LoanHasEnded;

        var outcome = paper.Request.AskAgain(input.DueOn, me.Id, paper.Unit.At);
        return outcome.IsDone ? await paper.SaveAsync($"Asked {paper.Loan.BorrowerName} again for {paper.Request.Name}", ct) : outcome.Refusal;
    }
}
