using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.DataTable;

/// <summary>A row as it was drawn, so that it is drawn anew only when its record is another.</summary>
internal sealed class DataLine<TRow>(TRow row, string key, Piece[] cells, bool isSelected)
{
    public TRow Row { get; } = row;

    public string Key { get; } = key;

    /// <summary>The markup of the cells.</summary>
    public Piece[] Cells { get; } = cells;

    public bool IsSelected { get; set; } = isSelected;
}
