using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Scoring.UseCases;

/// <summary>
/// Scores every open lead anew, because silence changes a score too: each night by itself, or when somebody who judges scores asks for it. Once a week it learns
/// the weights anew from the leads that closed. Works in pieces, each with a save of its own.
/// </summary>
public sealed class RescoreLeads(CrmWork work, CurrentMember me)
{
    /// <summary>Leads in one save.</summary>
    public const int Piece = 1_000;

    /// <summary>How long learned weights stand before they are learned anew.</summary>
    public static readonly TimeSpan LearnEvery = TimeSpan.FromDays(7);

    /// <summary>The hours of the organization's night in which a job may begin.</summary>
    public const int From = 1, To = 5;

    /// <param name="IsNightly">Whether the clock asks: then only at night, and each lead once a night.</param>
    public sealed record Input(bool IsNightly);

    /// <returns>How many scores changed.</returns>
    public async Task<Outcome<int>> RunAsync(Input input, CancellationToken ct)
    {
        if (await LearnAsync(input, ct) is { } refused) return refused;
        var (changed, last) = (0, (Guid?)Guid.Empty);
        while (last is { } after)
        {
            var piece = await PieceAsync(input, after, ct);
            if (piece.Refusal is { } no) return no;
            (changed, last) = (changed + piece.Value!.Changed, piece.Value.Last);
        }
        return changed;
    }

    private async Task<Refusal?> LearnAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.scores.learn", LeadPermissions.JudgeScores, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.IsNightly && !IsNight(unit.At)) return null;

        var model = await unit.ModelAsync(ct);
        var isDue = !input.IsNightly || model.IsPrior || unit.At - model.MadeAt >= LearnEvery;
        if (isDue && await LearnedAsync(unit, ct) is { } learned && learned.Weights is { } weights)
            unit.Db.ScoreModels.Add(ScoreModel.Learned(model.Number + 1, weights, learned.Leads, unit.At));
        return (await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile)).Refusal;
    }

    private static async Task<(ScoreWeights? Weights, List<ClosedLead> Leads)?> LearnedAsync(CrmUnit unit, CancellationToken ct)
    {
        var closed = await unit.Db.Leads.AsNoTracking().Where(lead => lead.EndedAt != null).OrderByDescending(lead => lead.EndedAt).ThenByDescending(lead => lead.Id).Take(ScoreFit.Most).ToListAsync(ct);
        if (closed.Count < ScoreFit.Fewest) return null;
        var known = await unit.FactsAsync(closed, lead => lead.EndedAt!.Value, ct);
        var leads = closed.Select(lead => new ClosedLead(ScoreFeatures.Of(known[lead.Id].Facts), lead.Status == LeadStatus.Converted)).ToList();
        return (ScoreFit.Learn(leads), leads);
    }

    private async Task<Outcome<Done>> PieceAsync(Input input, Guid after, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.scores.renew", LeadPermissions.JudgeScores, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.IsNightly && !IsNight(unit.At)) return new Done(0, null);

        var night = me.StartOf(me.DayOf(unit.At));
        var leads = await unit.Db.Leads.Where(lead => lead.EndedAt == null && lead.Id > after && (!input.IsNightly || lead.ScoredAt == null || lead.ScoredAt < night))
            .OrderBy(lead => lead.Id).Take(Piece).ToListAsync(ct);
        if (leads.Count == 0) return new Done(0, null);
        var changed = await unit.ScoreAsync(leads, ct);
        var saved = await unit.SaveAsync(ct);
        // Somebody works on one of them this very moment: their save scores it, and the others come next night.
        return saved.IsDone || saved.Refusal == Refusal.ChangedMeanwhile ? new Done(saved.IsDone ? changed : 0, leads.Count == Piece ? leads[^1].Id : null) : saved.Refusal;
    }

    private bool IsNight(DateTimeOffset at)
    {
        var midnight = me.StartOf(me.DayOf(at));
        return at >= midnight.AddHours(From) && at < midnight.AddHours(To);
    }

    private sealed record Done(int Changed, Guid? Last);
}
