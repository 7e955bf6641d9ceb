using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>Enters the organization's sheet of a day: rates of products, typed by somebody. A rate of the same product and day is corrected.</summary>
public sealed class EnterMarketRates(CrmWork work, CurrentMember me)
{
    /// <summary>Products of one sheet.</summary>
    public const int Most = 40;

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(IReadOnlyList<RateOffer> sheet, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.rates", WatchPermissions.Set, ct);
        if (unit.Refused is { } refused) return refused;
        if (sheet.Count is 0 or > Most) return Refusal.Invalid("Rates", $"Enter between 1 and {Most} rates.");

        foreach (var offer in sheet)
        {
            var entered = MarketRate.Enter(offer, me.DayOf(unit.At));
            if (entered.Value is not { } rate) return entered.Refusal!;
            var known = unit.Db.MarketRates.Local.FirstOrDefault(r => r.Offer() is var o && o.Type == offer.Type && o.IsJumbo == offer.IsJumbo && o.Months == offer.Months && o.On == offer.On)
                ?? await unit.Db.MarketRates.SingleOrDefaultAsync(r => r.Type == offer.Type && r.IsJumbo == offer.IsJumbo && r.Months == offer.Months && r.Day == offer.On, ct);
            if (known is null) unit.Db.MarketRates.Add(rate);
            else known.Correct(offer.Rate, offer.Points);
        }
        var summary = sheet.Count == 1 ? "Entered a market rate" : $"Entered {sheet.Count} market rates";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
