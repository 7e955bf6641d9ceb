using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.Queries;

/// <summary>A window of the funded loans with what the watch came to, by keyset. All of it is amounts: who sees none reads nothing.</summary>
public sealed class PastLoansQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Rows a window has.</summary>
    public const int Window = 50;

    /// <param name="View">Which, and in which order.</param>
    /// <param name="After">The row to go on behind; null for the first rows.</param>
    /// <param name="Before">The row to go back from.</param>
    /// <param name="WithFigures">Whether counts and sums are wanted too.</param>
    public sealed record Input(PastView View, PastLoanRow? After = null, PastLoanRow? Before = null, bool WithFigures = true);

    public async Task<Outcome<PastLoans>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.list", WatchPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var (db, view, myId) = (unit.Db, input.View, me.Id);
        var loans = db.Loans.AsNoTracking().VisibleTo(me, WatchPermissions.Read).Where(loan => loan.FundedOn != null && (!view.IsMine || loan.OfficerId == myId));
        var results = db.WatchResults.AsNoTracking().Where(result => loans.Any(loan => loan.Id == result.LoanId));
        var drafts = db.WatchMessages.Where(message => message.State == UpdateState.Draft);
        var chosen = view.Who switch
        {
            PastWho.Gains => results.Where(result => result.Verdict == WatchVerdict.Gains),
            PastWho.Not => results.Where(result => result.Verdict != WatchVerdict.Gains && (view.Why == null || result.Verdict == view.Why)),
            PastWho.Drafts => results.Where(result => drafts.Any(message => message.LoanId == result.LoanId)),
            _ => results,
        };

        var isBack = input.Before is not null;
        var ordered = Ordered(Beyond(chosen, view.Sort, input.Before ?? input.After, view.IsDescending == isBack), view.Sort, view.IsDescending == isBack).Take(Window + 1);
        var rows = await ordered.Select(result => new PastLoanRow(
            result.Id, result.LoanId, db.Loans.Where(loan => loan.Id == result.LoanId).Select(loan => loan.BorrowerName).First(), db.Loans.Where(loan => loan.Id == result.LoanId).Select(loan => loan.Product).First(),
            db.Loans.Where(loan => loan.Id == result.LoanId).Select(loan => loan.NoteRate).First(), result.NewRate, result.Balance, result.MonthlySaving, result.BreakEvenMonths, result.Gain, result.Verdict, result.Reason, result.FundedOn,
            db.Loans.Where(loan => loan.Id == result.LoanId).Select(loan => loan.OfficerId).First(),
            db.WatchMessages.Where(message => message.LoanId == result.LoanId).OrderByDescending(message => message.CreatedAt).Select(message => (UpdateState?)message.State).FirstOrDefault(),
            EF.Property<long>(result, WatchTwins.Gain), EF.Property<long>(result, WatchTwins.BreakEven))).ToListAsync(ct);
        var hasMore = rows.Count > Window;
        if (hasMore) rows.RemoveAt(Window);
        if (isBack) rows.Reverse();
        if (!input.WithFigures) return new PastLoans(rows, hasMore, null);

        var (gains, sum) = (await results.CountAsync(result => result.Verdict == WatchVerdict.Gains, ct), await results.Where(result => result.Verdict == WatchVerdict.Gains).SumAsync(result => result.Gain, ct) ?? 0);
        var figures = new PastFigures(
            gains, await results.CountAsync(ct) - gains, await drafts.CountAsync(message => loans.Any(loan => loan.Id == message.LoanId), ct), sum,
            await db.WatchPolicies.Select(policy => policy.RunOn).SingleOrDefaultAsync(ct), await db.MarketRates.MaxAsync(rate => (DateOnly?)rate.Day, ct), me.May(WatchPermissions.Set),
            await db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct));
        return new PastLoans(rows, hasMore, figures);
    }

    private static IOrderedQueryable<WatchResult> Ordered(IQueryable<WatchResult> results, PastSort sort, bool isUp) => (sort, isUp) switch
    {
        (PastSort.Back, true) => results.OrderBy(result => EF.Property<long>(result, WatchTwins.BreakEven)).ThenBy(result => result.Id),
        (PastSort.Back, false) => results.OrderByDescending(result => EF.Property<long>(result, WatchTwins.BreakEven)).ThenByDescending(result => result.Id),
        (PastSort.Funded, true) => results.OrderBy(result => result.FundedOn).ThenBy(result => result.Id),
        (PastSort.Funded, false) => results.OrderByDescending(result => result.FundedOn).ThenByDescending(result => result.Id),
        (_, true) => results.OrderBy(result => EF.Property<long>(result, WatchTwins.Gain)).ThenBy(result => result.Id),
        _ => results.OrderByDescending(result => EF.Property<long>(result, WatchTwins.Gain)).ThenByDescending(result => result.Id),
    };

    /// <summary>(key, id) beyond that of a row, compared as one value, which an index on both answers.</summary>
    private static IQueryable<WatchResult> Beyond(IQueryable<WatchResult> results, PastSort sort, PastLoanRow? from, bool isUp)
    {
        if (from is null) return results;
        var (id, gain, back, funded) = (from.ResultId, from.GainCents, from.BreakEvenOrNever, from.FundedOn);
        return (sort, isUp) switch
        {
            (PastSort.Back, true) => results.Where(result => EF.Functions.GreaterThan(ValueTuple.Create(EF.Property<long>(result, WatchTwins.BreakEven), result.Id), ValueTuple.Create(back, id))),
            (PastSort.Back, false) => results.Where(result => EF.Functions.LessThan(ValueTuple.Create(EF.Property<long>(result, WatchTwins.BreakEven), result.Id), ValueTuple.Create(back, id))),
            (PastSort.Funded, true) => results.Where(result => EF.Functions.GreaterThan(ValueTuple.Create(result.FundedOn, result.Id), ValueTuple.Create(funded, id))),
            (PastSort.Funded, false) => results.Where(result => EF.Functions.LessThan(ValueTuple.Create(result.FundedOn, result.Id), ValueTuple.Create(funded, id))),
            (_, true) => results.Where(result => EF.Functions.GreaterThan(ValueTuple.Create(EF.Property<long>(result, WatchTwins.Gain), result.Id), ValueTuple.Create(gain, id))),
            _ => results.Where(result => EF.Functions.LessThan(ValueTuple.Create(EF.Property<long>(result, WatchTwins.Gain), result.Id), ValueTuple.Create(gain, id))),
        };
    }
}

/// <summary>A window of the funded loans.</summary>
/// <param name="HasMore">Whether the list goes on, in the direction that was read.</param>
/// <param name="Figures">Counts and sums, where they were asked for.</param>
public sealed record PastLoans(IReadOnlyList<PastLoanRow> Rows, bool HasMore, PastFigures? Figures);

/// <summary>A funded loan and what the watch came to.</summary>
/// <param name="GainCents">What the list is sorted by; a gain nobody could work out stands below every loss.</param>
/// <param name="BreakEvenOrNever">Likewise the months.</param>
public sealed record PastLoanRow(
    Guid ResultId, Guid LoanId, string Borrower, string? Product, decimal? Rate, decimal? NewRate, decimal? Balance, decimal? MonthlySaving, int? BreakEvenMonths, decimal? Gain, WatchVerdict Verdict, string Reason,
    DateOnly FundedOn, Guid? OfficerId, UpdateState? Message, long GainCents, long BreakEvenOrNever);

/// <summary>Counts and sums over all funded loans the reader sees.</summary>
/// <param name="Gains">Loans whose borrowers would gain.</param>
/// <param name="Not">The others.</param>
/// <param name="Drafts">Messages that wait for a review.</param>
/// <param name="Sum">What those who would gain would gain together, in dollars.</param>
/// <param name="RunOn">When all were last compared.</param>
/// <param name="RatesOn">The newest day of the sheet.</param>
/// <param name="MaySet">Whether the reader keeps the sheet.</param>
/// <param name="Names">Names of the members.</param>
public sealed record PastFigures(int Gains, int Not, int Drafts, decimal Sum, DateOnly? RunOn, DateOnly? RatesOn, bool MaySet, IReadOnlyDictionary<Guid, string> Names);
