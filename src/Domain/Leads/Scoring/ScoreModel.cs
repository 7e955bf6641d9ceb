using System.Text.Json;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>Weights in force from an instant on: the published prior, or what an organization's own closed leads taught. Only added, so that an old score can be explained.</summary>
public sealed class ScoreModel : Entity
{
    private ScoreModel() { }

    private ScoreModel(int version, ScoreWeights weights, DateTimeOffset at) => (Number, Weights, MadeAt) = (version, JsonSerializer.Serialize(weights), at);

    /// <summary>Counts up from 1 in an organization.</summary>
    public int Number { get; private set; }

    /// <summary>The weights, as JSON.</summary>
    public string Weights { get; private set; } = "";

    /// <summary>When they were made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Closed leads they were learned from; 0 for the prior.</summary>
    public int LeadCount { get; private set; }

    /// <summary>Of those, how many became loans.</summary>
    public int LoanCount { get; private set; }

    /// <summary>Whether these are the published prior.</summary>
    public bool IsPrior => LeadCount == 0;

    /// <summary>The weights.</summary>
    public ScoreWeights Read() => JsonSerializer.Deserialize<ScoreWeights>(Weights)!;

    /// <summary>The published prior as an organization's first model.</summary>
    public static ScoreModel OfPrior(DateTimeOffset at) => new(1, ScoreWeights.Prior, at);

    /// <summary>Learned weights.</summary>
    /// <param name="version">One more than the last.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="leads">What they were learned from.</param>
    /// <param name="at">When.</param>
    public static ScoreModel Learned(int version, ScoreWeights weights, IReadOnlyList<ClosedLead> leads, DateTimeOffset at) =>
        new(version, weights, at) { LeadCount = leads.Count, LoanCount = leads.Count(lead => lead.BecameLoan) };
}
