namespace CrmStudio.App.Access.SigningIn;

/// <summary>A demonstration organization and whom one can enter as.</summary>
public sealed record DemoOrganization(Guid OrgId, string Name, IReadOnlyList<DemoPerson> People)
{
    private const int Shown = 8;

    /// <summary>One of every role first, then others, up to eight.</summary>
    public IReadOnlyList<DemoPerson> First => [.. People.GroupBy(person => person.Role).SelectMany(role => role.Select((person, place) => (person, place))).OrderBy(one => one.place).ThenBy(one => one.person.BuiltIn).Take(Shown).Select(one => one.person)];

    /// <summary>The rest.</summary>
    public IReadOnlyList<DemoPerson> More => [.. People.Except(First).OrderBy(person => person.BuiltIn).ThenBy(person => person.Name, StringComparer.Ordinal)];
}
