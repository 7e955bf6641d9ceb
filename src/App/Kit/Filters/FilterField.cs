namespace CrmStudio.App.Kit.Filters;

/// <summary>Something a list can be narrowed by.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Operators">How it is compared: name and words, the usual one first.</param>
/// <param name="Kind">What it is compared with.</param>
/// <param name="Choices">What is chosen from, for <see cref="FilterKind.Choice"/>: value and words.</param>
/// <param name="Unit">After a number: "days".</param>
public sealed record FilterField(
    string Id, string Label, IReadOnlyList<FilterOption> Operators, FilterKind Kind, IReadOnlyList<FilterOption>? Choices = null, string? Unit = null);

/// <summary>A value and the words for it.</summary>
public sealed record FilterOption(string Value, string Label);

/// <summary>What somebody puts together in the editor.</summary>
public sealed record FilterDraft(string FieldId, string OperatorId, IReadOnlyList<string> Values);

/// <summary>What a field is compared with.</summary>
public enum FilterKind
{
    /// <summary>Some of a list.</summary>
    Choice,

    /// <summary>One of a short list.</summary>
    One,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Dollars as people type them.</summary>
    Money,

    /// <summary>Nothing: the field says it all.</summary>
    Flag,
}
