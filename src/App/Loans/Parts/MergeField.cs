namespace CrmStudio.App.Loans.Parts;

/// <summary>A field of a form that two people may change at once.</summary>
/// <param name="Label">As the form calls it.</param>
/// <param name="Of">Its value.</param>
/// <param name="Shown">Its value in words.</param>
/// <param name="Take">The first record with this field of the second.</param>
public sealed record MergeField<T>(string Label, Func<T, object?> Of, Func<T, string> Shown, Func<T, T, T> Take);
