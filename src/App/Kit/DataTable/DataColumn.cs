using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Kit.DataTable;

/// <summary>A column: its head, how a cell is drawn, and how it is changed.</summary>
/// <typeparam name="TRow">The record a row is drawn from.</typeparam>
public sealed record DataColumn<TRow>
{
    /// <summary>Stable name, in addresses and messages.</summary>
    public required string Id { get; init; }

    /// <summary>The head.</summary>
    public required string Title { get; init; }

    /// <summary>Draws the inside of a cell.</summary>
    public required RenderFragment<TRow> Cell { get; init; }

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

    internal string HeadClass => string.Join(' ', new[] { IsRight ? "right" : null, IsExtra ? "dt-extra" : null }.OfType<string>());

    internal string CellClass => string.Join(' ', new[] { IsRight ? "right" : null, $"ph-{Phone.ToString().ToLowerInvariant()}", IsExtra ? "dt-extra" : null, Look }.OfType<string>());
}
