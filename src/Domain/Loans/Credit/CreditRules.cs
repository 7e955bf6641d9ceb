using System.Globalization;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>What the rule pack says about credit on one day.</summary>
/// <param name="book">The rules.</param>
/// <param name="on">The day of the pull.</param>
public sealed class CreditRules(RuleBook book, DateOnly on)
{
    private const string PurposePrefix = "credit.purpose.";

    /// <summary>The purpose that needs the consumer's instructions in writing (15 USC 1681b(a)(2)).</summary>
    public const string WrittenInstructions = PurposePrefix + "written-instructions";

    /// <summary>Days before the end from which credit is said to end soon. A choice of this product, not a rule.</summary>
    public const int EndsSoon = 15;

    /// <summary>The permissible purposes (15 USC 1681b(a)), a closed list.</summary>
    public IReadOnlyList<RegulatoryParameter> Purposes { get; } = book.Listed(PurposePrefix, on);

    /// <summary>The purpose of a name; null where the list does not hold it on that day.</summary>
    public RegulatoryParameter? Purpose(string? name) => Purposes.FirstOrDefault(purpose => purpose.Name == name);

    /// <summary>How long a pull can be relied on.</summary>
    public RegulatoryParameter ValidDays { get; } = book.Parameter("credit.valid-days", on) ?? throw new InvalidOperationException($"No rule pack knows credit.valid-days on {on:yyyy-MM-dd}: run scripts/migrate.");

    /// <summary>Lowest and highest score a model gives.</summary>
    public (int Lowest, int Highest) RangeOf(CreditModel model)
    {
        var name = $"credit.score.{model.ToString().ToLowerInvariant()}";
        var range = book.Parameter(name, on) ?? throw new InvalidOperationException($"No rule pack knows {name} on {on:yyyy-MM-dd}: run scripts/migrate.");
        var ends = range.Value.Split('-');
        return (int.Parse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
