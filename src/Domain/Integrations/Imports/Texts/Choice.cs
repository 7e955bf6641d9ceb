namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>A fixed set of answers with the names other systems give them.</summary>
internal sealed class Choice<T>
    where T : struct, Enum
{
    private readonly string kind;
    private readonly List<(T Value, string Name)> names;
    private readonly Dictionary<string, T> byName;

    /// <param name="kind">What a message calls the set: "a purpose".</param>
    /// <param name="answers">The values; the first name is the one people see, the others stand behind bars.</param>
    public Choice(string kind, params (T Value, string Names)[] answers)
    {
        this.kind = kind;
        names = [.. answers.Select(a => (a.Value, a.Names.Split('|')[0]))];
        byName = answers.SelectMany(a => a.Names.Split('|').Append(a.Value.ToString()).Select(name => (Key: Words.Key(name), a.Value)))
            .DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
    }

    public Reading<T?> Read(string text)
    {
        if (byName.TryGetValue(Words.Key(text), out var value)) return new(value);
        var near = Words.Nearest(text, byName.Keys);
        return near is null
            ? Reading<T?>.No($"“{Shown.Of(text)}” is not {kind}. Known are {string.Join(", ", names.Select(n => n.Name))}")
            : Reading<T?>.No($"“{Shown.Of(text)}” is not {kind}", names.First(n => n.Value.Equals(byName[near])).Name);
    }
}
