using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.Queries;

/// <summary>The organization's rate sheet and assumptions, for who keeps them.</summary>
public sealed class RateSheetQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Days of the history shown.</summary>
    public const int Days = 90;

    public async Task<Outcome<RateSheet>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.sheet", WatchPermissions.Set, ct);
        if (unit.Refused is { } refused) return refused;

        var today = me.DayOf(unit.At);
        var rates = await unit.Db.MarketRates.AsNoTracking().Where(rate => rate.Day > today.AddDays(-2 * 365)).OrderByDescending(rate => rate.Day).ToListAsync(ct);
        var policy = await unit.Db.WatchPolicies.AsNoTracking().SingleOrDefaultAsync(ct);
        return new RateSheet(
            today, MarketRate.Sheet(rates, today), [.. rates.Where(rate => rate.Day > today.AddDays(-Days)).Select(rate => rate.Offer()).OrderByDescending(offer => offer.On).ThenBy(offer => offer.Type).ThenBy(offer => offer.IsJumbo).ThenByDescending(offer => offer.Months)],
            policy?.Terms ?? new WatchTerms(), policy?.RunOn);
    }
}

/// <summary>The sheet.</summary>
/// <param name="Newest">The rate of each product that holds now.</param>
/// <param name="History">Rates entered lately, newest first.</param>
/// <param name="Terms">The assumptions.</param>
/// <param name="RunOn">When all funded loans were last compared.</param>
public sealed record RateSheet(DateOnly Today, IReadOnlyList<RateOffer> Newest, IReadOnlyList<RateOffer> History, WatchTerms Terms, DateOnly? RunOn);
