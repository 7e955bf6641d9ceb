using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Changes the words and terms of a document that is asked for.</summary>
public sealed class ChangeRequest(PaperDesk desk)
{
    /// <param name="SeenVersion">The version of it the person was looking at; a newer one refuses.</param>
    public sealed record Input(Guid RequestId, uint SeenVersion, DocumentNeed Need);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var paper = await desk.OpenAsync("loans.papers.change-request", PaperPermissions.Request, input.RequestId, ct);
        if (paper.Refused is { } refused) return refused;

        if (paper.Request.Version != input.SeenVersion) return Refusal.ChangedMeanwhile;
        var outcome = paper.Request.Change(input.Need, paper.Loan.EstimateSentOn is not null, paper.Unit.At);
        return outcome.IsDone ? await paper.SaveAsync($"Changed {paper.Request.Name} of {paper.Loan.BorrowerName}", ct) : outcome.Refusal;
    }
}
