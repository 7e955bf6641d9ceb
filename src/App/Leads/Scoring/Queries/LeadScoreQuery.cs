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
            .Select(lead => new
            {
                lead.Score, lead.ScoredAt, lead.EndedAt,
                IsBarred = unit.Db.Contacts.Any(contact => contact.Id == lead.ContactId && contact.DoNotCallSince != null),
            })
            .SingleOrDefaultAsync(ct);
        if (lead is null) return Refusal.NotFound;

        var scores = await unit.Db.Scores.AsNoTracking().Where(score => score.LeadId == leadId).OrderByDescending(score => score.At).ThenByDescending(score => score.Id).Take(Most).ToListAsync(ct);
        var model = scores.Count == 0 ? null : await unit.Db.ScoreModels.AsNoTracking().Where(model => model.Number == scores[0].Model).Select(model => new { model.Number, model.LeadCount }).SingleOrDefaultAsync(ct);
        var isCurrent = scores.Count > 0 && scores[0].Value == lead.Score;
        return new LeadScore(isCurrent ? scores[0].Read() : null, lead.ScoredAt, lead.IsBarred, lead.EndedAt is not null, model?.LeadCount ?? 0,
            [.. scores.Select(score => new LeadScorePoint(score.At, score.Value)).Reverse()]);
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
