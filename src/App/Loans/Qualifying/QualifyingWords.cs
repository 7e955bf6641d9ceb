using System.Globalization;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.App.Loans.Qualifying;

/// <summary>How the qualifying sheet is said on screen.</summary>
public static class QualifyingWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static string Of(LiabilityTreatment treatment) => treatment switch
    {
        LiabilityTreatment.Counts => "By its kind",
        LiabilityTreatment.Significant => "Counts: weighs heavily",
        LiabilityTreatment.PaidAtClosing => "Paid off at closing",
        LiabilityTreatment.PaidByOthers => "Paid by others",
        LiabilityTreatment.ReducesIncome => "Taken from income",
        _ => throw new ArgumentOutOfRangeException(nameof(treatment), treatment, "Unknown treatment"),
    };

    /// <summary>A figure's value as people read it.</summary>
    public static string Value(decimal value, FigureUnit unit) => unit switch
    {
        FigureUnit.Dollars => Dollars.Full(value),
        FigureUnit.Percent => value.ToString("0.###", english) + " %",
        FigureUnit.Months => value.ToString("0.#", english) + " mo",
        FigureUnit.Times => value.ToString("0.00", english),
        FigureUnit.Points => value.ToString("0", english),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit"),
    };

    /// <summary>The headline of a figure: ratios with two decimals, APR with three.</summary>
    public static string Headline(Figure figure) => figure switch
    {
        { Value: null } => "",
        { Key: "apr" or "new-rate" } => figure.Value.Value.ToString("0.000", english) + " %",
        { Unit: FigureUnit.Percent } => Math.Round(figure.Value.Value, 2, MidpointRounding.AwayFromZero).ToString("0.00", english) + " %",
        { Key: "left" or "break-even" } => figure.Value.Value.ToString("0", english) + " months",
        { Unit: FigureUnit.Months } => Math.Round(figure.Value.Value, 1, MidpointRounding.ToZero).ToString("0.0", english) + " months",
        { Unit: FigureUnit.Points } => Value(figure.Value.Value, FigureUnit.Points),
        { Unit: FigureUnit.Times } => Math.Round(figure.Value.Value, 2, MidpointRounding.ToZero).ToString("0.00", english),
        _ => Dollars.Full(figure.Value.Value),
    };

    /// <summary>A cell of the sheet, for the question whose value is right.</summary>
    public static string Cell(string path, Worksheet sheet)
    {
        var parts = path.Split('/');
        if (parts.Length == 2 && !Guid.TryParse(parts[1], out _)) return Label(parts[1]);
        var id = Guid.Parse(parts[1]);
        var row = sheet.Incomes.FirstOrDefault(line => line.Id == id) is { } income ? income.From ?? SheetWords.Of(income.Kind)
            : sheet.Liabilities.FirstOrDefault(line => line.Id == id) is { } debt ? debt.Creditor ?? SheetWords.Of(debt.Kind)
            : sheet.Assets.FirstOrDefault(line => line.Id == id) is { } asset ? asset.Held ?? SheetWords.Of(asset.Kind) : "A row that was taken away";
        return parts.Length == 2 ? row : $"{row}: {Label(parts[2]).ToLowerInvariant()}";
    }

    private static string Label(string name) => name switch
    {
        "NoteRate" => "Rate",
        "TermMonths" => "Term",
        "PurchasePrice" => "Price",
        "AppraisedValue" => "Appraised value",
        "SecondaryFinancing" => "Secondary financing",
        "MortgageType" => "Type",
        "Hazard" => "Homeowner’s insurance",
        "Association" => "Association dues",
        "PartyId" => "Whose",
        "From" => "Paid by",
        _ => string.Concat(name.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")),
    };
}
