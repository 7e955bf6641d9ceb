namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>The rules and parameters to look up in, by the day they are asked for.</summary>
public sealed class RuleBook
{
    private readonly ILookup<string, RuleVersion> rules;
    private readonly ILookup<string, RegulatoryParameter> parameters;

    /// <summary>Opens a book on what was loaded.</summary>
    /// <param name="version">Name of the pack, as the screen shows it.</param>
    /// <param name="rules">All rules of all periods.</param>
    /// <param name="parameters">All parameters of all periods.</param>
    public RuleBook(string version, IEnumerable<RuleVersion> rules, IEnumerable<RegulatoryParameter> parameters)
    {
        Version = version;
        this.rules = rules.ToLookup(rule => rule.Code, StringComparer.Ordinal);
        this.parameters = parameters.ToLookup(parameter => parameter.Name, StringComparer.Ordinal);
        Holidays = [.. this.parameters.SelectMany(named => named).Where(parameter => parameter.Unit == ParameterUnit.Holiday).Select(parameter => new HolidayRule(parameter))];
    }

    /// <summary>Opens a book on a pack.</summary>
    public RuleBook(RulePack pack)
        : this(pack.Version, pack.Rules, pack.Parameters)
    {
    }

    /// <summary>Name of the pack: "2026.3".</summary>
    public string Version { get; }

    /// <summary>The legal public holidays of 5 USC 6103(a).</summary>
    public IReadOnlyList<HolidayRule> Holidays { get; }

    /// <summary>A rule as it reads on a day; null where it is not in force.</summary>
    public RuleVersion? Rule(string code, DateOnly on) => rules[code].FirstOrDefault(rule => rule.IsInForce(on));

    /// <summary>A rule as it reads last, for its title and paragraph.</summary>
    /// <exception cref="InvalidOperationException">No pack knows it.</exception>
    public RuleVersion Newest(string code) =>
        rules[code].MaxBy(rule => rule.EffectiveFrom) ?? throw new InvalidOperationException($"No rule pack knows the rule {code}: run scripts/migrate.");

    /// <summary>A parameter as it holds on a day; null where it does not.</summary>
    public RegulatoryParameter? Parameter(string name, DateOnly on) => parameters[name].FirstOrDefault(parameter => parameter.IsInForce(on));

    /// <summary>The parameters of a closed list as it stands on a day, in order of their names.</summary>
    /// <param name="prefix">What the names of the list begin with.</param>
    /// <param name="on">The day.</param>
    public IReadOnlyList<RegulatoryParameter> Listed(string prefix, DateOnly on) =>
        [.. parameters.Where(named => named.Key.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(named => named).Where(parameter => parameter.IsInForce(on)).OrderBy(parameter => parameter.Name, StringComparer.Ordinal)];

    /// <summary>The number a parameter is on a day.</summary>
    /// <exception cref="InvalidOperationException">It does not hold then.</exception>
    public decimal Number(string name, DateOnly on) =>
        Parameter(name, on)?.Number ?? throw new InvalidOperationException($"No rule pack knows {name} on {on:yyyy-MM-dd}: run scripts/migrate.");
}
