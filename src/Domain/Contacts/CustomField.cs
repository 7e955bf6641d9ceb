using System.Globalization;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>A field an organization gave its contacts, companies or leads. It stands in forms, filters, imports, exports and merge fields.</summary>
public sealed class CustomField : Entity, INamedRecord
{
    /// <summary>Most fields one kind of record has.</summary>
    public const int Limit = 50;

    /// <summary>Longest label.</summary>
    public const int LabelMaxLength = 60;

    /// <summary>Longest value.</summary>
    public const int ValueMaxLength = 500;

    /// <summary>Most choices.</summary>
    public const int ChoiceLimit = 50;

    private CustomField() { }

    private CustomField(string entityType, string name, CustomFieldKind kind, int position) => (EntityType, Name, Kind, Position) = (entityType, name, kind, position);

    /// <summary>Table name of the records that have it.</summary>
    public string EntityType { get; private set; } = "";

    /// <summary>Stable name in files and merge fields: lower case, digits and underscores.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What people read.</summary>
    public string Label { get; private set; } = "";

    /// <summary>What it holds.</summary>
    public CustomFieldKind Kind { get; private set; }

    /// <summary>The choices of a list, in order; empty for other kinds.</summary>
    public string[] Choices { get; private set; } = [];

    /// <summary>Order in forms, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Since when it is offered no more; its values stay.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <inheritdoc />
    public string RecordName => Label;

    /// <summary>A new field.</summary>
    /// <param name="entityType">Table name of the records.</param>
    /// <param name="label">What people read; the stable name is made of it.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="choices">The choices of a list.</param>
    /// <param name="known">Fields those records have already.</param>
    public static Outcome<CustomField> Define(string entityType, string? label, CustomFieldKind kind, IReadOnlyList<string> choices, IReadOnlyCollection<CustomField> known)
    {
        if (known.Count(field => field.RetiredAt is null) >= Limit) return ContactRefusals.TooManyFields;
        var name = NameOf(label ?? "");
        if (name.Length == 0) return Refusal.Invalid(nameof(Label), "A field needs a name with letters in it.");
        if (known.Any(field => field.Name == name)) return Refusal.Invalid(nameof(Label), "There is a field of that name already.");
        var field = new CustomField(entityType, name, kind, known.Count + 1);
        return field.Word(label, choices) is { IsDone: false } refused ? refused.Refusal : field;
    }

    /// <summary>Words the label and the choices anew. Values keep what was chosen before.</summary>
    public Outcome Word(string? label, IReadOnlyList<string> choices)
    {
        label = label?.Trim() ?? "";
        if (label.Length is 0 or > LabelMaxLength) return Refusal.Invalid(nameof(Label), $"A field has a name of up to {LabelMaxLength} characters.");
        string[] listed = [.. choices.Select(choice => choice.Trim()).Where(choice => choice.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (Kind == CustomFieldKind.Choice && listed.Length is 0 or > ChoiceLimit) return Refusal.Invalid(nameof(Choices), $"Write 1 to {ChoiceLimit} choices.");
        if (listed.Any(choice => choice.Length > LabelMaxLength)) return Refusal.Invalid(nameof(Choices), $"A choice has up to {LabelMaxLength} characters.");
        (Label, Choices) = (label, Kind == CustomFieldKind.Choice ? listed : []);
        return Outcome.Done;
    }

    /// <summary>Offers the field no more, or again.</summary>
    public void Retire(DateTimeOffset? at) => RetiredAt = at;

    /// <summary>Reads what was typed into the form in which values are kept and compared; an empty text is no value.</summary>
    /// <returns>The kept form: days as yyyy-MM-dd, numbers in plain digits, yes or no, a choice as it is listed; null for no value.</returns>
    public Outcome<string?> Read(string? typed)
    {
        typed = typed?.Trim() ?? "";
        if (typed.Length == 0) return new Outcome<string?>(null, null);
        if (typed.Length > ValueMaxLength) return Refusal.Invalid(Name, $"{Label} has up to {ValueMaxLength} characters.");
        return Kind switch
        {
            CustomFieldKind.Text => typed,
            CustomFieldKind.Number => decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? number.ToString("0.############", CultureInfo.InvariantCulture) : Refusal.Invalid(Name, $"{Label}: “{typed}” is not a number."),
            CustomFieldKind.Date => DateOnly.TryParse(typed, CultureInfo.GetCultureInfo("en-US"), out var day)
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Refusal.Invalid(Name, $"{Label}: “{typed}” is not a day. Write it as 3/15/2027."),
            CustomFieldKind.YesNo => typed.ToUpperInvariant() switch
            {
                "YES" or "Y" or "TRUE" or "1" => "yes",
                "NO" or "N" or "FALSE" or "0" => "no",
                _ => Refusal.Invalid(Name, $"{Label}: “{typed}” is neither yes nor no."),
            },
            CustomFieldKind.Choice => Choices.FirstOrDefault(choice => string.Equals(choice, typed, StringComparison.OrdinalIgnoreCase)) is { } choice
                ? choice : Refusal.Invalid(Name, $"{Label}: “{typed}” is none of {string.Join(", ", Choices)}."),
            _ => throw new InvalidOperationException($"Unknown kind {Kind}"),
        };
    }

    private static string NameOf(string label)
    {
        var name = string.Concat(label.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Trim('_');
        while (name.Contains("__", StringComparison.Ordinal)) name = name.Replace("__", "_", StringComparison.Ordinal);
        return name.Length <= LabelMaxLength ? name : name[..LabelMaxLength];
    }
}
