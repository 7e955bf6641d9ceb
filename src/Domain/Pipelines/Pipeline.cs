using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Pipelines;

/// <summary>An ordered set of stages an organization can edit.</summary>
public sealed class Pipeline : Entity
{
    private readonly List<PipelineStage> stages = [];
    private readonly List<PipelineEnding> endings = [];

    private Pipeline() { }

    /// <summary>A pipeline without stages yet.</summary>
    public Pipeline(string name, PipelineKind kind) => (Name, Kind) = (name, kind);

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What moves through it.</summary>
    public PipelineKind Kind { get; private set; }

    /// <summary>The stages, in order of <see cref="PipelineStage.Position"/> once loaded sorted.</summary>
    public IReadOnlyList<PipelineStage> Stages => stages;

    /// <summary>The ways out other than success.</summary>
    public IReadOnlyList<PipelineEnding> Endings => endings;

    /// <summary>Appends a stage.</summary>
    public PipelineStage AddStage(string name, Milestone milestone, decimal probability, int? rotsAfterDays = null, params string[] requiredFacts)
    {
        var position = stages.Count == 0 ? 1 : stages.Max(stage => stage.Position) + 1;
        var stage = new PipelineStage(Id, name, milestone, probability, position, rotsAfterDays, requiredFacts);
        stages.Add(stage);
        return stage;
    }

    /// <summary>Appends an ending.</summary>
    public PipelineEnding AddEnding(string name, EndingKind kind, bool needsReason)
    {
        var ending = new PipelineEnding(Id, name, kind, endings.Count + 1, needsReason);
        endings.Add(ending);
        return ending;
    }

    /// <summary>Swaps a stage with its neighbour. At the end of the row nothing happens.</summary>
    /// <param name="stageId">The stage.</param>
    /// <param name="earlier">True to move it one place towards the start.</param>
    public void MoveStage(Guid stageId, bool earlier)
    {
        var ordered = stages.OrderBy(stage => stage.Position).ToList();
        var place = ordered.FindIndex(stage => stage.Id == stageId);
        var neighbour = ordered.ElementAtOrDefault(earlier ? place - 1 : place + 1);
        if (place >= 0 && neighbour is not null) ordered[place].SwapPlaces(neighbour);
    }

    /// <summary>Takes a stage out of the pipeline. Stages that hold records stay; so does the last of its milestone.</summary>
    /// <param name="stageId">The stage.</param>
    /// <param name="isInUse">Whether a record is, or ever was, in it.</param>
    public Outcome RemoveStage(Guid stageId, bool isInUse)
    {
        if (stages.SingleOrDefault(stage => stage.Id == stageId) is not { } stage) return Refusal.NotFound;
        if (isInUse) return PipelineRefusals.StageInUse(stage.Name);
        if (stages.Count(other => other.Milestone == stage.Milestone) == 1) return PipelineRefusals.MilestoneNeeded(stage.Name);
        stages.Remove(stage);
        return Outcome.Done;
    }
}
