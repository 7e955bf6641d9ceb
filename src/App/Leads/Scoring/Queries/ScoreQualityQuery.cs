using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Scoring.Queries;

/// <summary>How well scores predicted, and what they weigh: for who decides whether to believe them.</summary>
public sealed class ScoreQualityQuery(CrmWork work)
{
    /// <summary>Days of closed leads looked at.</summary>
    public const int Days = 365;

    /// <summary>Most of them.</summary>
    public const int Most = 20_000;

    public async Task<Outcome<ScoreQuality>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.scores.judge", LeadPermissions.JudgeScores, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, since) = (unit.Db, unit.At.AddDays(-Days));
        // The first score a lead had: what was said when it came, not when it was as good as closed.
        var closed = await db.Leads.AsNoTracking().Where(lead => lead.EndedAt >= since).OrderByDescending(lead => lead.EndedAt).Take(Most)
            .Select(lead => new { BecameLoan = lead.Status == LeadStatus.Converted, First = db.Scores.Where(score => score.LeadId == lead.Id).OrderBy(score => score.At).Select(score => (int?)score.Value).FirstOrDefault() })
            .Where(lead => lead.First != null).ToListAsync(ct);
        var closedOfAll = await db.Leads.CountAsync(lead => lead.EndedAt != null, ct);
        var model = await db.ScoreModels.AsNoTracking().OrderByDescending(model => model.Number).FirstOrDefaultAsync(ct);
        var weights = model?.Read() ?? ScoreWeights.Prior;
        return new ScoreQuality(
            Reliability.Of([.. closed.Select(lead => (lead.First!.Value, lead.BecameLoan))]),
            [.. ScoreFeatures.All.Select((feature, i) => new ScoreWeightLine(feature.Name, weights.Weights[i], weights.Means[i]))],
            model is { IsPrior: false } ? model.LeadCount : 0, model?.LoanCount ?? 0, model?.MadeAt, closedOfAll);
    }
}

/// <summary>How well scores predicted.</summary>
/// <param name="Reliability">What was said beside what came.</param>
/// <param name="Weights">What every input counts.</param>
/// <param name="LearnedFrom">Closed leads the weights were learned from; 0 for the published prior.</param>
/// <param name="Loans">How many of them became loans.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Closed">Closed leads the organization has.</param>
public sealed record ScoreQuality(Reliability Reliability, IReadOnlyList<ScoreWeightLine> Weights, int LearnedFrom, int Loans, DateTimeOffset? MadeAt, int Closed);

/// <summary>What one input counts, in log-odds, and how much of it an average lead has.</summary>
public sealed record ScoreWeightLine(string Name, double Weight, double Mean);
