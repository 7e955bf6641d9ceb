using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>The board: the stages of the loan pipeline with their first cards and their sums, in lanes by officer when asked.</summary>
public sealed class LoanBoardQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Cards a column starts with, and is extended by.</summary>
    public const int CardsPerColumn = 50;

    /// <summary>Cards an officer's part of a column starts with.</summary>
    public const int CardsPerLane = 8;

    /// <summary>Lanes a board starts with.</summary>
    public const int LanesAtOnce = 12;

    /// <summary>Days a funded loan stays on the board.</summary>
    public const int FundedForDays = 30;

    /// <param name="Filter">What is shown: the same filter the grid has.</param>
    /// <param name="WithPace">Whether goals and history are wanted too.</param>
    public sealed record Input(LoanFilter Filter, bool WithPace = false)
    {
        /// <summary>Everything that is open.</summary>
        public Input() : this(LoanFilter.None)
        {
        }

        /// <summary>How many officers' lanes; null for a board without lanes.</summary>
        public int? Lanes { get; init; }

        /// <summary>Places that show more cards than they start with.</summary>
        public IReadOnlyDictionary<LoanBoardPlace, int> Extended { get; init; } = new Dictionary<LoanBoardPlace, int>();
    }

    public async Task<Outcome<LoanBoard>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.board", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var amounts = me.SeesAmounts();
        var filter = amounts ? input.Filter : new LoanView(input.Filter).WithoutAmounts().Filter;
        var loans = db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Matching(filter, new(db, me, unit.At));
        var stages = db.PipelineStages.AsNoTracking().Where(stage => db.Pipelines.Any(pipeline => pipeline.Id == stage.PipelineId && pipeline.Kind == PipelineKind.Loan));
        var byOfficer = input.Lanes is not null;

        var sums = await loans.GroupBy(loan => new { loan.StageId, OfficerId = byOfficer ? loan.OfficerId : null })
            .Select(group => new LoanBoardSum(group.Key.StageId, group.Key.OfficerId, group.Count(), amounts ? group.Sum(loan => loan.Amount) : null))
            .ToListAsync(ct);
        var officers = await db.Members.AsNoTracking().Select(member => new { member.Id, member.FirstName, member.LastName })
            .ToDictionaryAsync(member => member.Id, member => $"{member.FirstName} {member.LastName}", ct);
        var lanes = byOfficer ? LanesOf(sums, officers, amounts) : null;
        var reading = new LoanBoardCards(loans, stages, amounts);
        var columns = await reading.ReadAsync(lanes?.Take(input.Lanes!.Value).Select(lane => lane.OfficerId).ToList(), input.Extended, ct);

        var endings = await db.PipelineEndings.AsNoTracking()
            .Where(ending => db.Pipelines.Any(pipeline => pipeline.Id == ending.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .OrderBy(ending => ending.Position)
            .Select(ending => new LoanBoardEnding(ending.Id, ending.Name, ending.Kind, ending.NeedsReason)).ToListAsync(ct);
        var pace = input.WithPace ? await LoanPaceReading.ReadAsync(new(db, me, unit.At), filter, id => officers.GetValueOrDefault(id), ct) : null;

        return new LoanBoard([.. columns.Select(column => ColumnOf(column, sums, officers, unit.At, amounts))], endings, pace, amounts, me.May(LoanPermissions.Advance), me.May(LoanPermissions.Open), me.May(LoanPermissions.Import))
        {
            Lanes = lanes?.Take(input.Lanes!.Value).ToList(), LanesLeft = Math.Max(0, (lanes?.Count ?? 0) - (input.Lanes ?? 0)), MayAssign = me.May(LoanPermissions.Edit),
        };
    }

    private LoanBoardColumn ColumnOf(LoanBoardStage stage, List<LoanBoardSum> sums, Dictionary<Guid, string> officers, DateTimeOffset at, bool amounts)
    {
        var own = sums.Where(sum => sum.StageId == stage.Id).ToList();
        var today = me.DayOf(at);
        return new(
            stage.Id, stage.Name, stage.Color, stage.Position, stage.Milestone, stage.Probability, own.Sum(sum => sum.Count), amounts ? own.Sum(sum => sum.Sum ?? 0) : null,
            [.. stage.Cards.Select(card => new LoanBoardCard(
                card.Id, card.Number, card.BorrowerName, card.Amount, card.Product, card.Purpose,
                Days(card.StageSince, at), stage.RotsAfterDays is { } limit && Days(card.StageSince, at) > limit,
                card.LockExpiresOn?.DayNumber - today.DayNumber, card.ClosingOn, card.OfficerId, card.OfficerId is { } officer ? officers.GetValueOrDefault(officer) : null))]);
    }

    /// <summary>One's own lane first, the others by name, loans of nobody last.</summary>
    private List<LoanBoardLane> LanesOf(List<LoanBoardSum> sums, Dictionary<Guid, string> officers, bool amounts) =>
    [
        .. sums.GroupBy(sum => sum.OfficerId)
            .Select(lane => new LoanBoardLane(
                lane.Key, lane.Key is { } officer ? officers.GetValueOrDefault(officer, "A former colleague") : "Nobody's", lane.Sum(sum => sum.Count), amounts ? lane.Sum(sum => sum.Sum ?? 0) : null,
                lane.ToDictionary(sum => sum.StageId, sum => sum.Count)))
            .OrderBy(lane => lane.OfficerId is null).ThenByDescending(lane => lane.OfficerId == me.Id).ThenBy(lane => lane.Name, StringComparer.OrdinalIgnoreCase).ThenBy(lane => lane.OfficerId),
    ];

    private static int Days(DateTimeOffset since, DateTimeOffset now) => Math.Max(0, (int)(now - since).TotalDays);
}

/// <summary>A column, or an officer's part of it.</summary>
/// <param name="StageId">The column.</param>
/// <param name="IsLane">Whether an officer's part is meant.</param>
/// <param name="OfficerId">The officer; null for loans of nobody.</param>
public sealed record LoanBoardPlace(Guid StageId, bool IsLane = false, Guid? OfficerId = null);

/// <summary>The board as one member may see it.</summary>
/// <param name="Pace">Goals and history; null when they were not asked for.</param>
public sealed record LoanBoard(IReadOnlyList<LoanBoardColumn> Columns, IReadOnlyList<LoanBoardEnding> Endings, LoanPace? Pace, bool SeesAmounts, bool MayMove, bool MayOpen, bool MayImport)
{
    /// <summary>The lanes, in order; null without lanes.</summary>
    public IReadOnlyList<LoanBoardLane>? Lanes { get; init; }

    /// <summary>Officers whose lanes are not shown.</summary>
    public int LanesLeft { get; init; }

    /// <summary>Whether loans may be given to somebody else.</summary>
    public bool MayAssign { get; init; }

    public int Count => Columns.Sum(column => column.Count);

    public decimal? Sum => SeesAmounts ? Columns.Sum(column => column.Sum ?? 0) : null;

    public decimal? Weighted => SeesAmounts ? Columns.Sum(column => column.Weighted ?? 0) : null;

    public IEnumerable<LoanBoardCard> Cards => Columns.SelectMany(column => column.Cards);

    /// <summary>The board without some of its cards; counts and sums are without them too.</summary>
    public LoanBoard Without(Func<Guid, bool> isLeftOut) => this with
    {
        Columns = [.. Columns.Select(column => column.Without(isLeftOut))],
        Lanes = Lanes is null ? null : [.. Lanes.Select(lane => lane.Without([.. Columns.SelectMany(column => column.Cards.Where(card => card.OfficerId == lane.OfficerId && isLeftOut(card.Id)).Select(card => (column.Id, card)))]))],
    };
}

/// <summary>A stage. <see cref="Sum"/> is null for who sees no amounts.</summary>
public sealed record LoanBoardColumn(
    Guid Id, string Name, int Color, int Position, Milestone Milestone, decimal Probability, int Count, decimal? Sum, IReadOnlyList<LoanBoardCard> Cards)
{
    public decimal? Weighted => Sum * Probability / 100m;

    internal LoanBoardColumn Without(Func<Guid, bool> isLeftOut)
    {
        var left = Cards.Where(card => isLeftOut(card.Id)).ToList();
        return left.Count == 0 ? this : this with { Cards = [.. Cards.Except(left)], Count = Count - left.Count, Sum = Sum - left.Sum(card => card.Amount ?? 0) };
    }
}

/// <summary>An officer's row across the columns. <see cref="Sum"/> is null for who sees no amounts.</summary>
/// <param name="OfficerId">The officer; null for loans of nobody.</param>
/// <param name="Counts">Loans by stage; a stage without any is not among them.</param>
public sealed record LoanBoardLane(Guid? OfficerId, string Name, int Count, decimal? Sum, IReadOnlyDictionary<Guid, int> Counts)
{
    internal LoanBoardLane Without(IReadOnlyList<(Guid StageId, LoanBoardCard Card)> left) => left.Count == 0 ? this : this with
    {
        Count = Count - left.Count, Sum = Sum - left.Sum(one => one.Card.Amount ?? 0),
        Counts = Counts.ToDictionary(stage => stage.Key, stage => stage.Value - left.Count(one => one.StageId == stage.Key)),
    };
}

/// <summary>A way out of the board.</summary>
public sealed record LoanBoardEnding(Guid Id, string Name, EndingKind Kind, bool NeedsReason);

/// <summary>A loan on the board.</summary>
public sealed record LoanBoardCard(
    Guid Id, string Number, string BorrowerName, decimal? Amount, string? Product, LoanPurpose? Purpose, int DaysInStage, bool IsRotting,
    int? LockDaysLeft, DateOnly? ClosingOn, Guid? OfficerId, string? OfficerName)
{
    /// <summary>The colleagues who have it open.</summary>
    public Colleagues Here { get; init; } = Colleagues.None;
}

/// <summary>Count and sum of a column, or of an officer's part of it.</summary>
internal sealed record LoanBoardSum(Guid StageId, Guid? OfficerId, int Count, decimal? Sum);
