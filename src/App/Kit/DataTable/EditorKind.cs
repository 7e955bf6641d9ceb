namespace CrmStudio.App.Kit.DataTable;

/// <summary>What an editor takes.</summary>
public enum EditorKind
{
    /// <summary>Dollars as people type them.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of a list.</summary>
    Choice,
}
