namespace CrmStudio.App.Kit.DataTable;

/// <summary>Where a cell stands when rows are stacked on a phone.</summary>
public enum PhonePlace
{
    /// <summary>Not shown.</summary>
    None,

    /// <summary>First line, left: the name.</summary>
    Title,

    /// <summary>First line, right: the figure.</summary>
    Figure,

    /// <summary>Second line.</summary>
    Line,

    /// <summary>Second line, right: a sign.</summary>
    Mark,
}
