using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What a lender has on its first day: roles, teams, members and the loan pipeline.</summary>
internal sealed class DemoStaff
{
    private readonly Dictionary<DemoPerson, Member> members = [];

    /// <param name="cast">Who works there.</param>
    /// <param name="users">The sign-in identity behind each e-mail address.</param>
    /// <param name="rows">Where the rows go.</param>
    /// <param name="since">When the lender began.</param>
    public DemoStaff(DemoCast cast, IReadOnlyDictionary<string, Guid> users, DemoRows rows, DateTimeOffset since)
    {
        Cast = cast;
        Pipeline = DefaultPipelines.Loans();
        rows.Add(Pipeline, since);
        foreach (var stage in Pipeline.Stages) rows.Add(stage, since);
        foreach (var ending in Pipeline.Endings) rows.Add(ending, since);

        var roles = AddRoles(rows, since);
        var teams = AddTeams(cast, rows, since);
        for (var i = 0; i < cast.People.Count; i++) AddMember(i, users, roles, teams, rows, since);
        Officers = [.. cast.People.Where(person => person.Share > 0)];
        Processor = cast.People.FirstOrDefault(person => person.Role == BuiltInRole.Assistant);
    }

    public DemoCast Cast { get; }

    public Pipeline Pipeline { get; }

    public IReadOnlyList<DemoPerson> Officers { get; }

    public DemoPerson? Processor { get; }

    public Guid IdOf(DemoPerson person) => members[person].Id;

    public string? NmlsOf(DemoPerson person) => members[person].NmlsId;

    private static Dictionary<BuiltInRole, Role> AddRoles(DemoRows rows, DateTimeOffset since)
    {
        var roles = Enum.GetValues<BuiltInRole>().Where(role => role != BuiltInRole.None).ToDictionary(role => role, Role.From);
        foreach (var (builtIn, role) in roles)
        {
            rows.Add(role, since, name: $"{builtIn}");
            foreach (var grant in role.Grants) rows.Add(grant, since, name: $"{builtIn}/{grant.Permission}");
        }
        return roles;
    }

    private static Dictionary<string, Team> AddTeams(DemoCast cast, DemoRows rows, DateTimeOffset since)
    {
        var teams = new Dictionary<string, Team>();
        foreach (var (name, parent) in cast.Teams)
        {
            teams[name] = new Team(name, parent is null ? null : teams[parent].Id);
            rows.Add(teams[name], since);
        }
        return teams;
    }

    private void AddMember(
        int place, IReadOnlyDictionary<string, Guid> users, Dictionary<BuiltInRole, Role> roles, Dictionary<string, Team> teams, DemoRows rows, DateTimeOffset since)
    {
        var person = Cast.People[place];
        var member = members[person] = new Member(users[person.Email], person.FirstName, person.LastName, person.Email, Cast.Lender.TimeZone)
        {
            Title = person.Title,
            Phone = $"({Cast.Lender.AreaCode}) 555-01{place + 10:00}",
            NmlsId = person.Share > 0 ? $"99{place + 41:000}07" : null,   // longer than any number handed out so far
        };
        rows.Add(member, since, name: person.Email);
        rows.Add(new MemberRole(member.Id, roles[person.Role].Id), since);
        foreach (var team in person.Teams) rows.Add(new TeamMember(teams[team].Id, member.Id, person.Leads), since);
    }
}
