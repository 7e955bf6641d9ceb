using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Pipelines;

/// <summary>One column of the board.</summary>
public sealed class PipelineStage : Entity
{
    /// <summary>Colours a stage can have: c1 to c12 of the style sheet.</summary>
    public const int Colors = 12;

    private PipelineStage() { }

    internal PipelineStage(Guid pipelineId, string name, Milestone milestone, decimal probability, int position, int? rotsAfterDays, string[] requiredFacts)
    {
        (PipelineId, Name, Milestone, Probability, Position, RotsAfterDays) = (pipelineId, name, milestone, probability, position, rotsAfterDays);
        Color = (position - 1) % Colors + 1;
        RequiredFacts = requiredFacts;
    }

    /// <summary>The pipeline.</summary>
    public Guid PipelineId { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The fixed point it stands for; rules key on this, never on the name.</summary>
    public Milestone Milestone { get; private set; }

    /// <summary>Place in the order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>1 to 12.</summary>
    public int Color { get; private set; }

    /// <summary>Chance in percent, 0 to 100, that a record here succeeds; the weight of weighted sums.</summary>
    public decimal Probability { get; private set; }

    /// <summary>Days after which a record that stays is rotting; null for never.</summary>
    public int? RotsAfterDays { get; private set; }

    /// <summary>Names of the facts a record must have before it may enter, such as <c>amount</c>.</summary>
    public string[] RequiredFacts { get; private set; } = [];

    /// <summary>Whether this stage comes earlier than the other.</summary>
    public bool IsBefore(PipelineStage other) => Position < other.Position;

    /// <summary>Changes what an administrator may change.</summary>
    public Outcome Edit(string name, decimal probability, int? rotsAfterDays, IEnumerable<string> requiredFacts)
    {
        if (string.IsNullOrWhiteSpace(name)) return Refusal.Invalid(nameof(Name), "A stage needs a name.");
        if (probability is < 0 or > 100) return Refusal.Invalid(nameof(Probability), "A probability lies between 0 and 100 %.");
        if (rotsAfterDays is < 1) return Refusal.Invalid(nameof(RotsAfterDays), "A stage rots after at least one day.");

        (Name, Probability, RotsAfterDays, RequiredFacts) = (name.Trim(), probability, rotsAfterDays, [.. requiredFacts]);
        return Outcome.Done;
    }

    internal void SwapPlaces(PipelineStage other) => (Position, other.Position) = (other.Position, Position);
}
