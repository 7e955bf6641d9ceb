namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>What became of one row of an imported file. Chunks count by these numbers: add new ones at the end.</summary>
public enum ImportRowState
{
    /// <summary>Not looked at yet.</summary>
    Unchecked,

    /// <summary>Can be taken.</summary>
    Ready,

    /// <summary>Cannot be taken as it is.</summary>
    Problem,

    /// <summary>Became a record.</summary>
    Created,

    /// <summary>Changed a record that was there.</summary>
    Updated,

    /// <summary>Left out: the record was there already, or nothing in it was new.</summary>
    Skipped,

    /// <summary>Could be read, but not saved.</summary>
    Failed,

    /// <summary>Taken back.</summary>
    Reversed,

    /// <summary>Not taken back: the record was edited since.</summary>
    Kept,
}
