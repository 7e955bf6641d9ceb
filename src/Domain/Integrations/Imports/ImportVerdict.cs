namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>What became of one row of an imported file.</summary>
public sealed record ImportVerdict
{
    /// <summary>A row nobody has looked at.</summary>
    public static ImportVerdict None { get; } = new();

    /// <summary>What became of it.</summary>
    public ImportRowState State { get; init; }

    /// <summary>What tells the row's record apart, such as a loan number; null when it could not be read.</summary>
    public string? Key { get; init; }

    /// <summary>The record was there when the dry run looked.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Everything wrong or worth a look.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>The record it became or changed.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>How to give a record its old values back, as JSON; null when the row changed none.</summary>
    public string? WayBack { get; init; }

    /// <summary>True when a person should look at the row: it did not come in, or it stayed.</summary>
    public bool NeedsALook => State is ImportRowState.Problem or ImportRowState.Failed or ImportRowState.Kept;

    /// <summary>The same with one more problem in front.</summary>
    public ImportVerdict With(ImportRowState state, ImportProblem problem) => this with { State = state, Problems = [problem, .. Problems] };
}
