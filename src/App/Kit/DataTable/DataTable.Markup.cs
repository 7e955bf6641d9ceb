using System.Globalization;
using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.DataTable;

/// <summary>The parts of the table that are the same for everybody who looks at the same columns.</summary>
public sealed partial class DataTable<TRow>
{
    // Ticked by the script from the row's aria-selected, and named by it.
    private static readonly Piece box = Html.Of($"""<td class="sel"><input class="check" type="checkbox" tabindex="-1"></td>""");

    private static readonly Piece ask = Html.Of($" data-ask");

    private Piece Head()
    {
        Html cols = $"", heads = $"";
        foreach (var column in Columns)
        {
            var width = column.Width is { } pixels ? $"width:{pixels}px" : null;
            Html title = $"{column.Title}{ArrowOf(column)}";
            if (column.CanSort) title = $"""<button type="button" tabindex="-1" data-sort>{title}</button>""";
            cols.Add($"""<col class="{(column.IsExtra ? "dt-extra" : null)}" style="{width}">""");
            heads.Add($"""<th class="{column.HeadClass}" scope="col" data-col="{column.Id}"{SortOf(column)}>{title}</th>""");
        }
        Html col = $"", all = $"";
        if (CanSelect) (col, all) = ($"""<col class="dt-sel">""", $"""<th class="sel" scope="col"><input class="check" type="checkbox" tabindex="-1" data-all aria-label="Select all"></th>""");
        return Html.Shared($"""<colgroup>{col}{cols}</colgroup><thead><tr aria-rowindex="1">{all}{heads}</tr></thead>""");
    }

    private Html SortOf(DataColumn<TRow> column)
    {
        if (column.Id != SortedBy) return default;
        return $""" aria-sort="{(IsDescending ? "descending" : "ascending")}" """;
    }

    private Piece ArrowOf(DataColumn<TRow> column) => column.Id == SortedBy ? Icons.Of(IsDescending ? "down" : "up", isSmall: true) : default;

    private Piece Editors()
    {
        Html all = $"";
        foreach (var column in Columns)
            if (column.Editor is { } editor)
                all.Add($"""<div data-editor="{column.Id}" data-title="{column.Title}"{(editor.AreMany ? ask : default)}>{FieldOf(editor)}</div>""");
        return Html.Shared($"{all}");
    }

    private static Html FieldOf(DataEditor editor)
    {
        if (editor.Kind == EditorKind.Date) return $"""<input class="input" type="date">""";
        if (editor.Kind == EditorKind.Money) return $"""<input class="input num right" type="text" inputmode="decimal" autocomplete="off">""";
        Html options = $"";
        if (editor is { AreMany: false, Choices: { } choices })
            foreach (var choice in choices()) options.Add($"""<option value="{choice.Value}">{choice.Label}</option>""");
        return $"""<select class="input">{options}</select>""";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
