using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>The board: the stages of the loan pipeline with their first cards and their sums.</summary>
public sealed class LoanBoardQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Cards a column starts with.</summary>
    public const int CardsPerColumn = 50;

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
    }

    public async Task<Outcome<LoanBoard>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.board", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var today = me.DayOf(unit.At);
        var amounts = me.SeesAmounts();
        var filter = amounts ? input.Filter : new LoanView(input.Filter).WithoutAmounts().Filter;
        var loans = db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Matching(filter, new(db, me, unit.At));

        var columns = await db.PipelineStages.AsNoTracking()
            .Where(stage => db.Pipelines.Any(pipeline => pipeline.Id == stage.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .OrderBy(stage => stage.Position)
            .Select(stage => new
            {
                stage.Id, stage.Name, stage.Color, stage.Position, stage.Milestone, stage.Probability, stage.RotsAfterDays,
                Cards = loans.Where(loan => loan.StageId == stage.Id).OrderBy(loan => loan.StageSince).ThenBy(loan => loan.Id).Take(CardsPerColumn)
                    .Select(loan => new
                    {
                        loan.Id, loan.Number, loan.BorrowerName, Amount = amounts ? loan.Amount : null, loan.Product, loan.Purpose, loan.StageSince,
                        loan.LockExpiresOn, loan.ClosingOn, loan.OfficerId,
                    }).ToList(),
            })
            .ToListAsync(ct);

        var sums = await loans.GroupBy(loan => loan.StageId)
            .Select(group => new { StageId = group.Key, Count = group.Count(), Sum = amounts ? group.Sum(loan => loan.Amount) : null })
            .ToDictionaryAsync(row => row.StageId, ct);
        var officers = await db.Members.AsNoTracking().Select(member => new { member.Id, member.FirstName, member.LastName })
            .ToDictionaryAsync(member => member.Id, member => $"{member.FirstName} {member.LastName}", ct);

        var endings = await db.PipelineEndings.AsNoTracking()
            .Where(ending => db.Pipelines.Any(pipeline => pipeline.Id == ending.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .OrderBy(ending => ending.Position)
            .Select(ending => new LoanBoardEnding(ending.Id, ending.Name, ending.Kind, ending.NeedsReason)).ToListAsync(ct);

        var pace = input.WithPace ? await LoanPaceReading.ReadAsync(new(db, me, unit.At), filter, id => officers.GetValueOrDefault(id), ct) : null;
        return new LoanBoard(
            [.. columns.Select(column => new LoanBoardColumn(
                column.Id, column.Name, column.Color, column.Position, column.Milestone, column.Probability,
                sums.GetValueOrDefault(column.Id)?.Count ?? 0,
                amounts ? sums.GetValueOrDefault(column.Id)?.Sum ?? 0 : null,
                [.. column.Cards.Select(card => new LoanBoardCard(
                    card.Id, card.Number, card.BorrowerName, card.Amount, card.Product, card.Purpose,
                    Days(card.StageSince, unit.At), column.RotsAfterDays is { } limit && Days(card.StageSince, unit.At) > limit,
                    card.LockExpiresOn?.DayNumber - today.DayNumber, card.ClosingOn, card.OfficerId,
                    card.OfficerId is { } officer ? officers.GetValueOrDefault(officer) : null))]))],
            endings, pace, amounts, me.May(LoanPermissions.Advance), me.May(LoanPermissions.Open), me.May(LoanPermissions.Import));
    }

    private static int Days(DateTimeOffset since, DateTimeOffset now) => Math.Max(0, (int)(now - since).TotalDays);
}

/// <summary>The board as one member may see it.</summary>
/// <param name="Pace">Goals and history; null when they were not asked for.</param>
public sealed record LoanBoard(IReadOnlyList<LoanBoardColumn> Columns, IReadOnlyList<LoanBoardEnding> Endings, LoanPace? Pace, bool SeesAmounts, bool MayMove, bool MayOpen, bool MayImport)
{
    public int Count => Columns.Sum(column => column.Count);

    public decimal? Sum => SeesAmounts ? Columns.Sum(column => column.Sum ?? 0) : null;

    public decimal? Weighted => SeesAmounts ? Columns.Sum(column => column.Weighted ?? 0) : null;

    public IEnumerable<LoanBoardCard> Cards => Columns.SelectMany(column => column.Cards);

    /// <summary>The board without some of its cards; counts and sums are without them too.</summary>
    public LoanBoard Without(Func<Guid, bool> isLeftOut) => this with { Columns = [.. Columns.Select(column => column.Without(isLeftOut))] };
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
