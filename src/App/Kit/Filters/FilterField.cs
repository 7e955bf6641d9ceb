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
