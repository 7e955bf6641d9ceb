namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>What to do with a row whose record is there already.</summary>
public enum ImportDuplicates
{
    /// <summary>Leave the record as it is.</summary>
    Skip,

    /// <summary>Change the record to what the row says; empty cells change nothing.</summary>
    Update,
}
