using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Says that a document is not needed after all, and why.</summary>
public sealed class MarkNotNeeded(PaperDesk desk, CurrentMember me)
{
    public sealed record Input(Guid RequestId, string Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var paper = await desk.OpenAsync("loans.papers.not-needed", PaperPermissions.Review, input.RequestId, ct);
        if (paper.Refused is { } refused) return refused;

        var outcome = paper.Request.NotNeeded(input.Reason, me.Id, paper.Unit.At);
        return outcome.IsDone ? await paper.SaveAsync($"{paper.Request.Name} of {paper.Loan.BorrowerName} is not needed", ct) : outcome.Refusal;
    }
}
