using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>Tasks that belong together, each some days after the sequence is started on a record: "New lead: call, write, call again".</summary>
public sealed class TaskSequence : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Most steps.</summary>
    public const int StepLimit = 30;

    /// <summary>Most days after the start.</summary>
    public const int DayLimit = 365;

    private readonly List<TaskStep> steps = [];

    private TaskSequence() { }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its steps, in order.</summary>
    public IReadOnlyList<TaskStep> Steps => steps;

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>A new sequence.</summary>
    public static Outcome<TaskSequence> Write(string? name, IReadOnlyList<(string? Title, int AfterDays)> planned)
    {
        var sequence = new TaskSequence();
        return sequence.Plan(name, planned) is { IsDone: false } refused ? refused.Refusal : sequence;
    }

    /// <summary>Names it and says its steps anew. Tasks that were started stay.</summary>
    public Outcome Plan(string? name, IReadOnlyList<(string? Title, int AfterDays)> planned)
    {
        name = name?.Trim() ?? "";
        var kept = planned.Where(step => !string.IsNullOrWhiteSpace(step.Title)).ToList();
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"A sequence has a name of up to {NameMaxLength} characters.");
        if (kept.Count is 0 or > StepLimit) return Refusal.Invalid(nameof(Steps), $"A sequence has 1 to {StepLimit} steps.");
        if (kept.Exists(step => step.Title!.Trim().Length > DueTask.TitleMaxLength)) return Refusal.Invalid(nameof(Steps), $"A step has up to {DueTask.TitleMaxLength} characters.");
        if (kept.Exists(step => step.AfterDays is < 0 or > DayLimit)) return Refusal.Invalid(nameof(Steps), $"A step comes 0 to {DayLimit} workdays after the start.");
        Name = name;
        steps.Clear();
        steps.AddRange(kept.Select((step, i) => new TaskStep(Id, i + 1, step.Title!.Trim(), step.AfterDays)));
        return Outcome.Done;
    }

    /// <summary>The tasks of the sequence, started on a day for a record.</summary>
    public IEnumerable<DueTask> Start(string entityType, Guid entityId, Guid? assigneeId, DateOnly on) =>
        steps.OrderBy(step => step.Position).Select(step => DueTask.Write(entityType, entityId, new TaskPlan(step.Title, DueTask.Workday(on, step.AfterDays), assigneeId)).Value!);
}
