using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Reads the first cards of every column, or of every officer's part of every column: who stands there longest comes first.</summary>
/// <param name="db">The context.</param>
/// <param name="loans">The loans that match.</param>
/// <param name="isOpen">Whether they are those on the board, which are few beside what was funded in former years.</param>
/// <param name="isNarrow">Whether they are the loans of a few people: then all are read, and counted here.</param>
/// <param name="amounts">Whether amounts may be read.</param>
internal sealed class LoanBoardCards(CrmDbContext db, IQueryable<Loan> loans, bool isOpen, bool isNarrow, bool amounts)
{
    private const int Few = 1_000;

    /// <summary>The columns without lanes, with counts and sums: one statement.</summary>
    public async Task<(IReadOnlyList<LoanBoardSum> Sums, IReadOnlyList<LoanBoardRow> Cards)> WholeAsync(CancellationToken ct)
    {
        if (isNarrow && await InOrder(RowsOf(loans)).Take(Few + 1).ToListAsync(ct) is { Count: <= Few } all)
            return ([.. all.GroupBy(row => row.StageId).Select(stage => new LoanBoardSum(stage.Key, null, stage.Count(), amounts ? stage.Sum(row => row.Amount ?? 0) : null))],
                [.. all.GroupBy(row => row.StageId).SelectMany(stage => stage.Take(LoanBoardQuery.CardsPerColumn))]);

        var lines = await CardsAndSums().ToListAsync(ct);
        return ([.. lines.Where(line => line.Count is not null).Select(line => new LoanBoardSum(line.StageId, null, line.Count!.Value, amounts ? (line.Cents ?? 0) / 100m : null))],
            [.. lines.Where(line => line.Count is null).OrderBy(line => line.StageSince).ThenBy(line => line.Id)]);
    }

    /// <summary>Count and sum of every officer's part of every column.</summary>
    public Task<List<LoanBoardSum>> SumsAsync(CancellationToken ct) => loans.GroupBy(loan => new { loan.StageId, loan.OfficerId })
        .Select(group => new LoanBoardSum(group.Key.StageId, group.Key.OfficerId, group.Count(), amounts ? group.Sum(loan => loan.Amount) : null)).ToListAsync(ct);

    /// <summary>The cards of some officers' lanes.</summary>
    public async Task<IReadOnlyList<LoanBoardRow>> InLanesAsync(IReadOnlyList<Guid?> officers, CancellationToken ct)
    {
        var (known, stages) = (officers.OfType<Guid>().ToArray(), db.PipelineStages);
        var rows = await RowsOf(stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id && loan.OfficerId != null && known.Contains(loan.OfficerId.Value)).Select(loan => loan.OfficerId).Distinct(), (stage, officer) => new { stage.Id, Officer = officer })
            .SelectMany(cell => loans.Where(loan => loan.StageId == cell.Id && loan.OfficerId == cell.Officer).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(LoanBoardQuery.CardsPerLane))).ToListAsync(ct);
        if (officers.Contains(null))
            rows.AddRange(await RowsOf(stages.SelectMany(stage => loans.Where(loan => loan.StageId == stage.Id && loan.OfficerId == null).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(LoanBoardQuery.CardsPerLane))).ToListAsync(ct));
        return [.. rows.OrderBy(row => row.StageSince).ThenBy(row => row.Id)];
    }

    /// <summary>The cards with more in the places that show more than they start with, each with a statement of its own.</summary>
    public async Task<IReadOnlyList<LoanBoardRow>> ExtendedAsync(IReadOnlyList<LoanBoardRow> cards, IReadOnlyDictionary<LoanBoardPlace, int> places, bool inLanes, CancellationToken ct)
    {
        foreach (var (place, count) in places.Where(place => place.Key.IsLane == inLanes))
        {
            var more = await InOrder(RowsOf(loans.Where(loan => loan.StageId == place.StageId && (!place.IsLane || loan.OfficerId == place.OfficerId)))).Take(count).ToListAsync(ct);
            cards = [.. cards.Where(card => card.StageId != place.StageId || (place.IsLane && card.OfficerId != place.OfficerId)), .. more];
        }
        return cards;
    }

    // Loans not funded are read by a walk along the index for each stage, and so are those funded lately: along an index of the stage
    // alone these would stand behind all that was funded in former years. Places come out of the index; only what is shown is looked at.
    private IQueryable<LoanBoardRow> CardsAndSums()
    {
        var places = isOpen
            ? Walk(loans.Where(loan => EF.Property<DateOnly>(loan, LoanTwins.FundedOrNever) == LoanTwins.Never))
                .Concat(Walk(loans.Where(loan => EF.Property<DateOnly>(loan, LoanTwins.FundedOrNever) < LoanTwins.Never)))
            : Walk(loans);
        return RowsOf(db.Loans.Join(places, loan => loan.Id, id => id, (loan, _) => loan)).Concat(loans.GroupBy(loan => loan.StageId).Select(stage => new LoanBoardRow
        {
            StageId = stage.Key, Id = Guid.Empty, StageSince = DateTimeOffset.UnixEpoch, Count = stage.Count(), Cents = amounts ? stage.Sum(loan => EF.Property<long?>(loan, LoanTwins.AmountCents)) : null,
            Number = null, BorrowerName = null, Amount = null, Product = null, Purpose = null, LockExpiresOn = null, ClosingOn = null, OfficerId = null, DueOn = null,
        }));
    }

    // What is taken names the stage, or EF would number the loans of all stages instead of walking to the first of each.
    private IQueryable<Guid> Walk(IQueryable<Loan> some) => db.PipelineStages
        .SelectMany(stage => some.Where(loan => loan.StageId == stage.Id).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(LoanBoardQuery.CardsPerColumn).Select(loan => new { stage.Position, loan.Id }))
        .Select(place => place.Id);

    private static IQueryable<LoanBoardRow> InOrder(IQueryable<LoanBoardRow> rows) => rows.OrderBy(row => row.StageSince).ThenBy(row => row.Id);

    private IQueryable<LoanBoardRow> RowsOf(IQueryable<Loan> some) => some.Select(loan => new LoanBoardRow
    {
        StageId = loan.StageId, Id = loan.Id, StageSince = loan.StageSince, Count = null, Cents = null,
        Number = loan.Number, BorrowerName = loan.BorrowerName, Amount = amounts ? loan.Amount : null, Product = loan.Product,
        Purpose = loan.Purpose == null ? null : loan.Purpose.Value.ToString(), LockExpiresOn = loan.LockExpiresOn, ClosingOn = loan.ClosingOn, OfficerId = loan.OfficerId,
        DueOn = db.DueTasks.Where(task => task.EntityType == LoanTables.Loans && task.EntityId == loan.Id && task.DoneAt == null).Min(task => (DateOnly?)task.DueOn),
    });
}

/// <summary>A card as it is read; with a <see cref="Count"/>, what a stage holds.</summary>
internal sealed class LoanBoardRow
{
    public Guid StageId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset StageSince { get; init; }

    public int? Count { get; init; }

    public long? Cents { get; init; }

    public string? Number { get; init; }

    public string? BorrowerName { get; init; }

    public decimal? Amount { get; init; }

    public string? Product { get; init; }

    public string? Purpose { get; init; }

    public DateOnly? LockExpiresOn { get; init; }

    public DateOnly? ClosingOn { get; init; }

    public Guid? OfficerId { get; init; }

    public DateOnly? DueOn { get; init; }
}
