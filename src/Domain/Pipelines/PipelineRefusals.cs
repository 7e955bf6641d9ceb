using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Pipelines;

/// <summary>Reasons of the Pipelines room.</summary>
public static class PipelineRefusals
{
    /// <summary>A stage that holds records, or stands in their history, cannot go.</summary>
    public static Refusal StageInUse(string name) => new("pipelines.stage-in-use", $"Loans are or were in {name}, so it stays. You can rename it.");

    /// <summary>Rules key on milestones, so each must keep a stage.</summary>
    public static Refusal MilestoneNeeded(string name) => new("pipelines.milestone-needed", $"{name} is the only stage of its milestone, so it stays. You can rename it.");
}
