namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>What became of the text of one cell: a value, or why there is none. A warning may stand beside a value.</summary>
/// <param name="Value">The value; default when there is none.</param>
/// <param name="Complaint">What is wrong, without the name of the field; null when nothing is.</param>
/// <param name="Suggestion">What the cell should probably say.</param>
/// <param name="IsWarning">True when the value stands all the same.</param>
internal readonly record struct Reading<T>(T? Value, string? Complaint = null, string? Suggestion = null, bool IsWarning = false)
{
    public static Reading<T> No(string complaint, string? suggestion = null) =>
        new(default, suggestion is null ? complaint : $"{complaint}; did you mean {suggestion}?", suggestion);

    public static Reading<T> But(T value, string warning) => new(value, warning, null, true);
}
