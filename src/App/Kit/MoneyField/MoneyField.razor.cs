using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Kit.MoneyField;

/// <summary>An amount in US dollars. Takes what people type: 412000, 412,000.50, $412k, 1.2m.</summary>
public partial class MoneyField
{
    private static readonly CultureInfo Dollars = CultureInfo.GetCultureInfo("en-US");
    private bool isUnreadable;

    /// <summary>What the amount is.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Id of the input, unique on the page.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>A sentence below the field.</summary>
    [Parameter] public string? Help { get; set; }

    /// <summary>Why the server did not take the amount.</summary>
    [Parameter] public string? Error { get; set; }

    private string HelpId => $"{Id}-help";

    private string? Refusal => isUnreadable ? "Write an amount in dollars, like 412,000 or 412k." : Error;

    /// <summary>Reads an amount as people type it; false when it is none.</summary>
    public static bool TryRead(string? text, out decimal? amount)
    {
        amount = null;
        var typed = (text ?? "").Trim().TrimStart('$').Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length == 0) return true;

        var times = char.ToLowerInvariant(typed[^1]) switch { 'k' => 1_000m, 'm' => 1_000_000m, _ => 1m };
        if (times != 1m) typed = typed[..^1];
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        if (!decimal.TryParse(typed, style, Dollars, out var number) || number > 1_000_000_000m) return false;

        amount = number * times;
        return decimal.Round(amount.Value, 2) == amount;
    }

    /// <inheritdoc />
    protected override string FormatValueAsString(decimal? value) =>
        value is not { } amount ? "" : amount.ToString(amount == decimal.Truncate(amount) ? "#,##0" : "#,##0.00", Dollars);

    /// <inheritdoc />
    protected override bool TryParseValueFromString(string? value, out decimal? result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        isUnreadable = !TryRead(value, out result);
        validationErrorMessage = isUnreadable ? Refusal! : null;
        return !isUnreadable;
    }

    private void Take(ChangeEventArgs change) => CurrentValueAsString = change.Value?.ToString();
}
