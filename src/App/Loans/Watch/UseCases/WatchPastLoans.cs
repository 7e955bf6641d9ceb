using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>Compares every funded loan of the organization with the sheet: each night by itself, or when somebody who keeps the sheet asks for it. Works in pieces, each with a save of its own.</summary>
public sealed class WatchPastLoans(CrmWork work, CurrentMember me, WatchDesk desk)
{
    /// <summary>Loans in one save.</summary>
    public const int Piece = 500;

    /// <summary>The hours of the organization's night in which a job may begin.</summary>
    public const int From = 1, To = 5;

    /// <param name="IsNightly">Whether the clock asks: then only at night, and once a day.</param>
    public sealed record Input(bool IsNightly);

    /// <returns>How many loans were compared.</returns>
    public async Task<Outcome<int>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.IsNightly && !await IsDueAsync(ct)) return 0;

        var (compared, last) = (0, (Guid?)Guid.Empty);
        while (last is { } after)
        {
            var piece = await PieceAsync(after, ct);
            if (piece.Refusal is { } no) return no;
            (compared, last) = (compared + piece.Value!.Compared, piece.Value.Last);
        }

        await using var unit = await work.BeginAsync("loans.watch.run", WatchPermissions.Set, ct);
        if (unit.Refused is { } refused) return refused;
        var policy = await unit.Db.WatchPolicies.SingleOrDefaultAsync(ct) ?? unit.Db.WatchPolicies.Add(new WatchPolicy(me.OrgId)).Entity;
        policy.Ran(me.DayOf(unit.At));
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? compared : saved.Refusal;
    }

    // A night that was missed is made up for in the next: the schedule runs on meanwhile, nothing is lost.
    private async Task<bool> IsDueAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.run", WatchPermissions.Set, ct);
        if (unit.Refused is not null) return false;
        var today = me.DayOf(unit.At);
        if (unit.At < me.StartOf(today).AddHours(From) || unit.At >= me.StartOf(today).AddHours(To)) return false;
        return !await unit.Db.WatchPolicies.AnyAsync(policy => policy.RunOn >= today, ct);
    }

    private async Task<Outcome<Done>> PieceAsync(Guid after, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.run", WatchPermissions.Set, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = await unit.Db.Loans.AsNoTracking().Where(loan => loan.FundedOn != null && loan.EndedAt == null && loan.Id > after).OrderBy(loan => loan.Id).Take(Piece).ToListAsync(ct);
        if (loans.Count == 0) return new Done(0, null);
        var results = await desk.CompareAsync(unit, loans, ct);
        var drafted = await desk.DraftAsync(unit, loans, results, ct);
        foreach (var (officer, count) in drafted)
            unit.Db.Notifications.Add(new Notification(officer, count == 1 ? "A former client would gain from refinancing: a message waits for your review" : $"{count} former clients would gain from refinancing: messages wait for your review", LoanUrls.PastWith("drafts"), unit.At));
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Done(loans.Count, loans.Count == Piece ? loans[^1].Id : null) : saved.Refusal;
    }

    private sealed record Done(int Compared, Guid? Last);
}
