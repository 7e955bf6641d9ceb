using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Scoring.Queries;

/// <summary>A lead's score with its reasons, and how it came to it.</summary>
public sealed class LeadScoreQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Former scores shown.</summary>
    public const int Most = 30;

    public async Task<Outcome<LeadScore>> ReadAsync(Guid leadId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.score", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var lead = await unit.Db.LeadsOf(me, LeadPermissions.Read).AsNoTracking().Where(lead => lead.Id == leadId)
            .Select(lead => new { Lead = lead, IsBarred = unit.Db.Contacts.Any(contact => contact.Id == lead.ContactId && contact.DoNotCallSince != null) })
            .SingleOrDefaultAsync(ct);
        if (lead is null) return Refusal.NotFound;

        var scores = await unit.Db.Scores.AsNoTracking().Where(score => score.LeadId == leadId).OrderByDescending(score => score.At).ThenByDescending(score => score.Id).Take(Most).ToListAsync(ct);
        var model = scores.Count == 0 ? null : await unit.Db.ScoreModels.AsNoTracking().Where(model => model.Number == scores[0].Model).Select(model => new { model.Number, model.LeadCount }).SingleOrDefaultAsync(ct);
        return new LeadScore(await RatingAsync(unit, lead.Lead, scores.FirstOrDefault(), ct), lead.Lead.ScoredAt, lead.IsBarred, lead.Lead.EndedAt is not null, model?.LeadCount ?? 0,
            [.. scores.Select(score => new LeadScorePoint(score.At, score.Value)).Reverse()]);
    }

    // A lead out of a file has its score before it has reasons on record: they are worked out as they stand now.
    private static async Task<LeadRating?> RatingAsync(CrmUnit unit, Lead lead, Score? latest, CancellationToken ct)
    {
        if (latest is not null && latest.Value == lead.Score) return latest.Read();
        if (!lead.IsOpen) return latest?.Read();
        var (facts, isBarred) = (await unit.FactsAsync([lead], _ => unit.At, ct))[lead.Id];
        return isBarred ? null : LeadRating.Of(facts, (await unit.ModelAsync(ct)).Read());
    }
}

/// <summary>A lead's score as the record shows it.</summary>
/// <param name="Rating">The score with its reasons; null where there is none.</param>
/// <param name="At">When it was worked out.</param>
/// <param name="IsBarred">Whether the person is not to be called, and so not scored.</param>
/// <param name="HasEnded">Whether the lead ended: its score stands as it was.</param>
/// <param name="LearnedFrom">Closed leads the weights were learned from; 0 for the published prior.</param>
/// <param name="History">Scores it had, the eldest first.</param>
public sealed record LeadScore(LeadRating? Rating, DateTimeOffset? At, bool IsBarred, bool HasEnded, int LearnedFrom, IReadOnlyList<LeadScorePoint> History);

/// <summary>A score a lead had from an instant on.</summary>
public sealed record LeadScorePoint(DateTimeOffset At, int Value);
