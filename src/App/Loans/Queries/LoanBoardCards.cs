using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Reads the first cards of every column, or of every officer's part of every column: who stands there longest comes first.</summary>
/// <param name="loans">The loans that match.</param>
/// <param name="stages">The columns.</param>
/// <param name="amounts">Whether amounts may be read.</param>
internal sealed class LoanBoardCards(IQueryable<Loan> loans, IQueryable<PipelineStage> stages, bool amounts)
{
    /// <param name="officers">Whose lanes; null for columns without lanes.</param>
    /// <param name="extended">Places that show more cards than they start with, each with a statement of its own.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<LoanBoardStage>> ReadAsync(IReadOnlyList<Guid?>? officers, IReadOnlyDictionary<LoanBoardPlace, int> extended, CancellationToken ct)
    {
        var columns = officers is null ? await WholeAsync(ct) : await InLanesAsync(officers, ct);
        foreach (var (place, count) in extended)
        {
            var at = columns.FindIndex(column => column.Id == place.StageId);
            if (at < 0 || place.IsLane != officers is not null) continue;
            var more = await RowsOf(First(loans.Where(loan => loan.StageId == place.StageId && (!place.IsLane || loan.OfficerId == place.OfficerId)), count)).ToListAsync(ct);
            columns[at] = columns[at] with { Cards = [.. columns[at].Cards.Where(card => place.IsLane && card.OfficerId != place.OfficerId), .. more] };
        }
        return columns;
    }

    private Task<List<LoanBoardStage>> WholeAsync(CancellationToken ct) => stages.OrderBy(stage => stage.Position)
        .Select(stage => new LoanBoardStage(
            stage.Id, stage.Name, stage.Color, stage.Position, stage.Milestone, stage.Probability, stage.RotsAfterDays,
            loans.Where(loan => loan.StageId == stage.Id).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(LoanBoardQuery.CardsPerColumn)
                .Select(loan => new LoanBoardRow(
                    loan.Id, loan.Number, loan.BorrowerName, amounts ? loan.Amount : null, loan.Product, loan.Purpose, loan.StageSince, loan.LockExpiresOn, loan.ClosingOn, loan.OfficerId, loan.StageId)).ToList()))
        .ToListAsync(ct);

    private async Task<List<LoanBoardStage>> InLanesAsync(IReadOnlyList<Guid?> officers, CancellationToken ct)
    {
        var known = officers.OfType<Guid>().ToArray();
        var columns = await stages.OrderBy(stage => stage.Position)
            .Select(stage => new LoanBoardStage(stage.Id, stage.Name, stage.Color, stage.Position, stage.Milestone, stage.Probability, stage.RotsAfterDays, new List<LoanBoardRow>())).ToListAsync(ct);
        var rows = await RowsOf(stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id && loan.OfficerId != null && known.Contains(loan.OfficerId.Value)).Select(loan => loan.OfficerId).Distinct(), (stage, officer) => new { stage.Id, Officer = officer })
            .SelectMany(cell => loans.Where(loan => loan.StageId == cell.Id && loan.OfficerId == cell.Officer).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(LoanBoardQuery.CardsPerLane))).ToListAsync(ct);
        if (officers.Contains(null))
            rows.AddRange(await RowsOf(stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id && loan.OfficerId == null).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(LoanBoardQuery.CardsPerLane))).ToListAsync(ct));
        var byStage = rows.ToLookup(row => row.StageId);
        return [.. columns.Select(column => column with { Cards = [.. byStage[column.Id].OrderBy(row => row.StageSince).ThenBy(row => row.Id)] })];
    }

    private static IQueryable<Loan> First(IQueryable<Loan> some, int count) => some.OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(count);

    private IQueryable<LoanBoardRow> RowsOf(IQueryable<Loan> some) => some.Select(loan => new LoanBoardRow(
        loan.Id, loan.Number, loan.BorrowerName, amounts ? loan.Amount : null, loan.Product, loan.Purpose, loan.StageSince, loan.LockExpiresOn, loan.ClosingOn, loan.OfficerId, loan.StageId));
}

/// <summary>A stage as it is read.</summary>
internal sealed record LoanBoardStage(
    Guid Id, string Name, int Color, int Position, Milestone Milestone, decimal Probability, int? RotsAfterDays, List<LoanBoardRow> Cards);

/// <summary>A card as it is read.</summary>
internal sealed record LoanBoardRow(
    Guid Id, string Number, string BorrowerName, decimal? Amount, string? Product, LoanPurpose? Purpose, DateTimeOffset StageSince, DateOnly? LockExpiresOn, DateOnly? ClosingOn, Guid? OfficerId, Guid StageId);
