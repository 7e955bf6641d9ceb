using System.Globalization;

namespace CrmStudio.App.Loans.Views;

/// <summary>One chip of a filter: a field, how it is compared, and with what.</summary>
public sealed record LoanCondition(LoanField Field, LoanOperator Operator, params IReadOnlyList<string> Values)
{
    /// <summary>In place of a member: whoever looks.</summary>
    public const string Me = "me";

    /// <summary>In place of a member: nobody.</summary>
    public const string Nobody = "nobody";

    private const int MaxValues = 50, MaxLength = 200;

    /// <summary>Operators a field understands, the usual one first.</summary>
    public static IReadOnlyList<LoanOperator> OperatorsOf(LoanField field) => field switch
    {
        LoanField.State => [LoanOperator.Is],
        LoanField.Amount => [LoanOperator.Min, LoanOperator.Max],
        LoanField.Lock or LoanField.Closing => [LoanOperator.Within],
        LoanField.Text => [LoanOperator.Has],
        _ => [LoanOperator.Is, LoanOperator.Not],
    };

    /// <summary>The condition as it stands in an address: <c>lock.within.10</c>.</summary>
    public override string ToString() => $"{Word(Field)}.{Word(Operator)}{(Values.Count == 0 ? null : ".")}{string.Join(',', Values.Select(Escape))}";

    /// <summary>Reads a condition out of an address; null when it says nothing this version understands.</summary>
    public static LoanCondition? Parse(string text)
    {
        var parts = text.Split('.', 3);
        if (parts.Length < 2 || !TryWord<LoanField>(parts[0], out var field) || !TryWord<LoanOperator>(parts[1], out var how)) return null;
        if (!OperatorsOf(field).Contains(how)) return null;
        var values = parts.Length < 3 ? [] : parts[2].Split(',').Select(Unescape).Where(value => value.Length is > 0 and <= MaxLength).Take(MaxValues).ToList();
        return new LoanCondition(field, how, values) is { IsMeaningful: true } condition ? condition : null;
    }

    /// <summary>Whether the values fit the field.</summary>
    public bool IsMeaningful => Field switch
    {
        LoanField.Rotting => Values.Count == 0,
        LoanField.Amount => Amount is not null,
        LoanField.Lock or LoanField.Closing => Days is not null,
        LoanField.Stage or LoanField.Branch => Values.Count > 0 && Values.All(value => Guid.TryParse(value, out _)),
        LoanField.Officer or LoanField.Processor => Values.Count > 0 && Values.All(value => value is Me or Nobody || Guid.TryParse(value, out _)),
        LoanField.State => Values is [var state] && LoanStates.All.Contains(state),
        _ => Values.Count > 0,
    };

    /// <summary>Dollars of an amount condition.</summary>
    public decimal? Amount => Values is [var text] && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars < 1_000_000_000_000m ? dollars : null;

    /// <summary>Days of a "within" condition.</summary>
    public int? Days => Values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3650 ? days : null;

    /// <summary>The values that are ids.</summary>
    public Guid[] Ids() => [.. Values.Select(value => Guid.TryParse(value, out var id) ? id : (Guid?)null).OfType<Guid>()];

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static bool TryWord<T>(string text, out T value)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]);

    // Only what the notation itself uses is escaped, so that addresses stay readable.
    private static string Escape(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);

    private static string Unescape(string value) => Uri.UnescapeDataString(value);
}
