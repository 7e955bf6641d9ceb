namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>How far an import has come.</summary>
public enum ImportStatus
{
    /// <summary>The file is here; a person says which column is what.</summary>
    Mapping,

    /// <summary>The dry run is under way.</summary>
    Checking,

    /// <summary>The dry run is done; rows can be fixed, and the import started.</summary>
    Checked,

    /// <summary>Records are being written.</summary>
    Running,

    /// <summary>All rows that could be taken were taken.</summary>
    Finished,

    /// <summary>Stopped by a person; what was taken until then stays until it is undone.</summary>
    Cancelled,

    /// <summary>Being taken back.</summary>
    Undoing,

    /// <summary>Taken back, but for records edited since.</summary>
    Undone,
}
