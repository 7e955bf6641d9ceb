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
public sealed class LoanBoardQuery(CrmWork work, CurrentMember me, LoanChoicesQuery choices, LoanReads reads)
{
    /// <summary>Cards a column starts with: somewhat more than a screen shows. What is further down is read when somebody goes there.</summary>
    public const int CardsPerColumn = 12;

    /// <summary>Cards a column is extended by.</summary>
    public const int MoreCards = 50;

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
        // Lanes begin with one's own; and who looks further down a column looks there alone.
        var read = input.Extended.Count > 0
            ? await LoansAsync(input, ct)
            : await reads.NowAsync((nameof(LoanBoard), input.Lanes, input.Lanes is null ? Guid.Empty : me.Id), input.Filter, more => LoansAsync(input, more), ct);
        if (read.Value is not { } board) return read;
        var pace = input.WithPace ? (await PaceAsync(input.Filter, ct)).Value : null;
        return board with
        {
            Pace = pace, MayMove = me.May(LoanPermissions.Advance), MayOpen = me.May(LoanPermissions.Open), MayImport = me.May(LoanPermissions.Import), MayAssign = me.May(LoanPermissions.Edit),
        };
    }

    /// <summary>Goals and history alone: they follow the board within <see cref="LoanReads.Follow"/>.</summary>
    public Task<Outcome<LoanPace>> PaceAsync(LoanFilter filter, CancellationToken ct) => reads.FollowingAsync<LoanPace>(nameof(LoanPace), filter, async more =>
    {
        var named = await choices.ReadAsync(more);
        if (!named.IsDone) return named.Refusal;
        await using var unit = await work.BeginAsync("loans.board", LoanPermissions.Read, more);
        if (unit.Refused is { } refused) return refused;
        return await LoanPaceReading.ReadAsync(new(unit.Db, me, unit.At), Seen(filter), id => named.Value.Names.Name(id), more);
    }, ct);

    private LoanFilter Seen(LoanFilter filter) => me.SeesAmounts() ? filter : new LoanView(filter).WithoutAmounts().Filter;

    private async Task<Outcome<LoanBoard>> LoansAsync(Input input, CancellationToken ct)
    {
        var named = await choices.ReadAsync(ct);
        if (!named.IsDone) return named.Refusal;
        await using var unit = await work.BeginAsync("loans.board", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, names, amounts) = (unit.Db, named.Value.Names, me.SeesAmounts());
        var filter = Seen(input.Filter);
        var loans = db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Matching(filter, new(db, me, unit.At));
        var isNarrow = filter.IsAboutOpenLoans && (filter.IsAboutFewPeople || me.ScopeOf(LoanPermissions.Read) == Scope.Own);
        var reading = new LoanBoardCards(db, loans, filter.IsAboutOpenLoans, isNarrow, amounts);

        IReadOnlyList<LoanBoardSum> sums;
        IReadOnlyList<LoanBoardRow> cards;
        List<LoanBoardLane>? lanes = null;
        if (input.Lanes is { } shown)
        {
            sums = await reading.SumsAsync(ct);
            lanes = LanesOf(sums, names, amounts);
            cards = await reading.InLanesAsync([.. lanes.Take(shown).Select(lane => lane.OfficerId)], ct);
        }
        else (sums, cards) = await reading.WholeAsync(ct);
        var byStage = (await reading.ExtendedAsync(cards, input.Extended, input.Lanes is not null, ct)).ToLookup(card => card.StageId);

        return new LoanBoard([.. names.Stages.Select(stage => ColumnOf(stage, sums, byStage[stage.Id], names, unit.At, amounts))], names.Endings, null, amounts, MayMove: false, MayOpen: false, MayImport: false)
        {
            Lanes = lanes?.Take(input.Lanes!.Value).ToList(), LanesLeft = Math.Max(0, (lanes?.Count ?? 0) - (input.Lanes ?? 0)),
        };
    }

    private LoanBoardColumn ColumnOf(LoanStageChoice stage, IReadOnlyList<LoanBoardSum> sums, IEnumerable<LoanBoardRow> cards, LoanNames names, DateTimeOffset at, bool amounts)
    {
        var own = sums.Where(sum => sum.StageId == stage.Id).ToList();
        var today = me.DayOf(at);
        return new(
            stage.Id, stage.Name, stage.Color, stage.Position, stage.Milestone, stage.Probability, own.Sum(sum => sum.Count), amounts ? own.Sum(sum => sum.Sum ?? 0) : null,
            [.. cards.Select(card => new LoanBoardCard(
                card.Id, card.Number!, card.BorrowerName!, card.Amount, card.Product, card.Purpose is { } purpose ? Enum.Parse<LoanPurpose>(purpose) : null,
                Days(card.StageSince, at), stage.RotsAfterDays is { } limit && Days(card.StageSince, at) > limit,
                card.LockExpiresOn?.DayNumber - today.DayNumber, card.ClosingOn, card.OfficerId, names.Name(card.OfficerId)) { Next = NextSign.WhenOf(card.DueOn, today) })]);
    }

    /// <summary>One's own lane first, the others by name, loans of nobody last.</summary>
    private List<LoanBoardLane> LanesOf(IReadOnlyList<LoanBoardSum> sums, LoanNames names, bool amounts) =>
    [
        .. sums.GroupBy(sum => sum.OfficerId)
            .Select(lane => new LoanBoardLane(
                lane.Key, lane.Key is { } officer ? names.Name(officer) ?? "A former colleague" : "Nobody's", lane.Sum(sum => sum.Count), amounts ? lane.Sum(sum => sum.Sum ?? 0) : null,
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

    /// <summary>
    /// The board after a card was moved to another column. Null where more would have to be known: lanes, and filters that a move may lead
    /// out of. Where a column has more than its cards, the next one comes with the next reading.
    /// </summary>
    public LoanBoard? Moved(Guid cardId, Guid toStageId, LoanFilter filter)
    {
        var (from, to) = (Columns.FirstOrDefault(column => column.Cards.Any(card => card.Id == cardId)), Columns.FirstOrDefault(column => column.Id == toStageId));
        if (Lanes is not null || from is null || to is null || filter.Conditions.Any(condition => condition.Field is LoanField.State or LoanField.Stage or LoanField.Rotting)) return null;
        if (from == to) return this;

        var card = from.Cards.First(one => one.Id == cardId);
        return this with { Columns = [.. Columns.Select(column => column == from ? column.Without(id => id == cardId) : column == to ? column.With(card with { DaysInStage = 0, IsRotting = false }) : column)] };
    }

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

    /// <summary>The column with a card that just came: who stands there longest comes first.</summary>
    internal LoanBoardColumn With(LoanBoardCard card) => this with { Cards = [.. Cards, card], Count = Count + 1, Sum = Sum + (card.Amount ?? 0) };

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
    /// <summary>When the next thing to do about it is due.</summary>
    public NextAction Next { get; init; }

    /// <summary>The colleagues who have it open.</summary>
    public Colleagues Here { get; init; } = Colleagues.None;
}

/// <summary>Count and sum of a column, or of an officer's part of it.</summary>
internal sealed record LoanBoardSum(Guid StageId, Guid? OfficerId, int Count, decimal? Sum);
