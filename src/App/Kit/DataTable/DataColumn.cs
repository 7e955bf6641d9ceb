using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.DataTable;

/// <summary>A column: its head, how a cell is drawn, and how it is changed.</summary>
/// <typeparam name="TRow">The record a row is drawn from.</typeparam>
public sealed record DataColumn<TRow>
{
    private string? cellClass;

    /// <summary>Stable name, in addresses and messages.</summary>
    public required string Id { get; init; }

    /// <summary>The head.</summary>
    public required string Title { get; init; }

    /// <summary>Draws the inside of a cell. Markup, because a grid holds hundreds of them in every circuit.</summary>
    public required Func<TRow, Html> Cell { get; init; }

    /// <summary>Whether nearly every row shows something else here, such as a name. The cells of other columns are kept once for all circuits.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Width in pixels; null shares what is left.</summary>
    public int? Width { get; init; }

    /// <summary>Figures stand to the right.</summary>
    public bool IsRight { get; init; }

    /// <summary>Whether the head sorts.</summary>
    public bool CanSort { get; init; }

    /// <summary>Whether the first click on the head sorts downwards.</summary>
    public bool SortsDownFirst { get; init; }

    /// <summary>How a cell is changed in place; null when it is not.</summary>
    public DataEditor? Editor { get; init; }

    /// <summary>The value a cell is changed from, as its editor reads it.</summary>
    public Func<TRow, string?>? Value { get; init; }

    /// <summary>Where it stands on a phone.</summary>
    public PhonePlace Phone { get; init; } = PhonePlace.None;

    /// <summary>Whether the chooser may take it away.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Only shown while the table has room: not beside a peek.</summary>
    public bool IsExtra { get; init; }

    /// <summary>Further classes of the cell.</summary>
    public string? Look { get; init; }

    /// <summary>The whole cell of a row.</summary>
    internal Piece Draw(TRow row)
    {
        Html value = $"";
        if (Editor is not null) value = $""" data-v="{Value?.Invoke(row)}" """;
        Html cell = $"""<td class="{CellClass}" data-col="{Id}"{value}>{Cell(row)}</td>""";
        return IsUnique ? Html.Of(cell) : Html.Shared(cell);
    }

    internal string HeadClass => string.Join(' ', new[] { IsRight ? "right" : null, IsExtra ? "dt-extra" : null }.OfType<string>());

    private string CellClass => cellClass ??= string.Join(' ', new[] { IsRight ? "right" : null, $"ph-{Phone.ToString().ToLowerInvariant()}", IsExtra ? "dt-extra" : null, Look }.OfType<string>());
}
