using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Accepts what came for a document. Conditions that waited for it have what they waited for.</summary>
public sealed class AcceptDocument(PaperDesk desk, CurrentMember me)
{
    /// <param name="ExpiresOn">The last day it is good; when null, as the request says.</param>
    public sealed record Input(Guid RequestId, DateOnly? ExpiresOn = null);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var paper = await desk.OpenAsync("loans.papers.accept", PaperPermissions.Review, input.RequestId, ct);
        if (paper.Refused is { } refused) return refused;

        var outcome = paper.Request.Accept(me.DayOf(paper.Unit.At), input.ExpiresOn, me.Id, paper.Unit.At);
        if (!outcome.IsDone) return outcome.Refusal;
        await paper.ReceiveConditionsAsync(ct);
        return await paper.SaveAsync($"Accepted {paper.Request.Name} of {paper.Loan.BorrowerName}", ct);
    }
}
