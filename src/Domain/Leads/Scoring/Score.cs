using System.Text.Json;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>A score a lead had from an instant on, with its reasons as they were. Only added.</summary>
public sealed class Score : Entity, IWorkedOut
{
    private Score() { }

    /// <summary>Notes a score.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="rating">The score and its reasons.</param>
    /// <param name="model">Number of the model.</param>
    /// <param name="at">When.</param>
    public Score(Guid leadId, LeadRating rating, int model, DateTimeOffset at) =>
        (LeadId, Value, Reasons, Raises, Model, At) = (leadId, rating.Score, JsonSerializer.Serialize(rating.Reasons), JsonSerializer.Serialize(rating.Raises), model, at);

    /// <summary>The lead.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>0 to 100.</summary>
    public int Value { get; private set; }

    /// <summary>Number of the model it came from.</summary>
    public int Model { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The reasons, as JSON.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>What would have raised it, as JSON.</summary>
    public string Raises { get; private set; } = "";

    /// <summary>The score with its reasons as they were.</summary>
    public LeadRating Read() => new(Value, JsonSerializer.Deserialize<List<ScoreReason>>(Reasons)!, JsonSerializer.Deserialize<List<ScoreRaise>>(Raises)!);
}
