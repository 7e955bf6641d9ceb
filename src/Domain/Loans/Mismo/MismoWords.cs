namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>
/// The literals of one MISMO enumeration beside our values. A literal reads <c>Type</c>, or <c>Other:Description</c> where MISMO asks for a
/// description of its own.
/// </summary>
/// <typeparam name="T">Our enumeration.</typeparam>
public sealed class MismoWords<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, (T Value, bool IsExact)> values = new(StringComparer.Ordinal);
    private readonly Dictionary<T, string> literals = [];

    internal MismoWords(IEnumerable<(string Literal, T Value)> exact, IEnumerable<(string Literal, T Value)> wider)
    {
        foreach (var (literal, value) in exact)
        {
            values.Add(literal, (value, true));
            literals.Add(value, literal);
        }
        foreach (var (literal, value) in wider) values.Add(literal, (value, false));
    }

    /// <summary>The literal of a value; null where MISMO has none.</summary>
    public string? Of(T value) => literals.GetValueOrDefault(value);

    /// <summary>The value of a literal, and whether it says exactly the same; null where the literal is not known.</summary>
    public (T Value, bool IsExact)? Of(string literal) => values.TryGetValue(literal, out var known) ? known : null;
}
