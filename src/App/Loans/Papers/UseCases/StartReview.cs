using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Says that somebody looks at what came, so that nobody else begins the same. Happens by opening it, so there is nothing to undo.</summary>
public sealed class StartReview(PaperDesk desk, CurrentMember me)
{
    public sealed record Input(Guid RequestId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var paper = await desk.OpenAsync("loans.papers.review", PaperPermissions.Review, input.RequestId, ct);
        if (paper.Refused is { } refused) return refused;

        var outcome = paper.Request.StartReview(me.Id, paper.Unit.At);
        return outcome.IsDone ? await paper.Unit.SaveAsync(ct) : outcome;
    }
}
