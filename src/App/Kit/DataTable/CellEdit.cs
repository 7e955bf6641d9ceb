using CrmStudio.Domain.Common;

namespace CrmStudio.App.Kit.DataTable;

/// <summary>A cell was changed in place. The page saves it, or refuses and the editor stays open with the reason.</summary>
/// <param name="rowKey">Key of the row.</param>
/// <param name="columnId">Id of the column.</param>
/// <param name="was">The value the person saw when they began.</param>
/// <param name="text">What they typed or chose.</param>
public sealed class CellEdit(string rowKey, string columnId, string? was, string? text)
{
    /// <summary>Key of the row.</summary>
    public string RowKey { get; } = rowKey;

    /// <summary>Id of the column.</summary>
    public string ColumnId { get; } = columnId;

    /// <summary>The value the person saw when they began.</summary>
    public string? Was { get; } = string.IsNullOrEmpty(was) ? null : was;

    /// <summary>What they typed or chose; null when emptied.</summary>
    public string? Text { get; } = string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Why it is not taken, once refused.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Keeps the editor open and shows why. Takes what a use case answered: null changes nothing.</summary>
    public void Refuse(Refusal? refusal) => Refusal = refusal;
}
