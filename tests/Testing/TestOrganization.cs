using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Testing;

/// <summary>A fresh organization with the built-in roles and the loan pipeline, and words to fill it.</summary>
public sealed class TestOrganization
{
    private readonly CrmFixture fixture;
    private int numbered;

    private TestOrganization(CrmFixture fixture, Guid id, string name) => (this.fixture, Id, Name) = (fixture, id, name);

    public Guid Id { get; }

    public string Name { get; }

    public static async Task<TestOrganization> CreateAsync(CrmFixture fixture, string name = "Test Lending")
    {
        var organization = new TestOrganization(fixture, Guid.CreateVersion7(), name);
        await using (var owner = new NpgsqlConnection(fixture.Strings.Owner))
        {
            await owner.OpenAsync();
            await using var insert = new NpgsqlCommand("insert into organizations (id, slug, name, time_zone, is_demo, created_at) values ($1, $2, $3, 'America/New_York', false, now())", owner)
            {
                Parameters = { new() { Value = organization.Id }, new() { Value = organization.Id.ToString("n") }, new() { Value = name } },
            };
            await insert.ExecuteNonQueryAsync();
        }
        await organization.SaveAsync(unit =>
        {
            foreach (var role in Enum.GetValues<BuiltInRole>().Where(role => role != BuiltInRole.None)) unit.Db.Roles.Add(Role.From(role));
            unit.Db.Pipelines.Add(DefaultPipelines.Loans());
            unit.Db.NeedTemplates.AddRange(DefaultNeeds.All());
        });
        return organization;
    }

    /// <summary>Saves rows as the system.</summary>
    public Task SaveAsync(Action<CrmUnit> change) => SaveAsync(unit =>
    {
        change(unit);
        return Task.FromResult(true);
    });

    /// <summary>Saves rows as the system, and gives something back.</summary>
    public async Task<T> SaveAsync<T>(Func<CrmUnit, Task<T>> change)
    {
        await using var scope = fixture.AsSystem(this);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.given", AccessPermissions.OwnAccount, CancellationToken.None);
        var result = await change(unit);
        var saved = await unit.SaveAsync(CancellationToken.None);
        return saved.IsDone ? result : throw new InvalidOperationException(saved.Refusal.Message);
    }

    public async Task<TestMember> MemberAsync(BuiltInRole role, string firstName = "Pat", string lastName = "Tester", Guid? teamId = null, bool leads = false)
    {
        var user = new SignInUser { Id = Guid.CreateVersion7(), UserName = $"{Guid.CreateVersion7():n}@example.com", EmailConfirmed = true, SecurityStamp = Guid.NewGuid().ToString() };
        (user.Email, user.NormalizedEmail, user.NormalizedUserName) = (user.UserName, user.UserName.ToUpperInvariant(), user.UserName.ToUpperInvariant());
        await using var scope = fixture.Services.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<SignInDoor>();
        door.Db.Users.Add(user);
        await door.Db.SaveChangesAsync();

        var member = new Member(user.Id, firstName, lastName, user.Email, "America/New_York");
        await SaveAsync(async unit =>
        {
            unit.Db.Members.Add(member);
            unit.Db.MemberRoles.Add(new MemberRole(member.Id, await unit.Db.Roles.Where(r => r.BuiltIn == role).Select(r => r.Id).SingleAsync()));
            if (teamId is { } team) unit.Db.TeamMembers.Add(new TeamMember(team, member.Id, leads));
            return true;
        });
        door.Db.UserOrganizations.Add(new UserOrganization { UserId = user.Id, OrgId = Id, MemberId = member.Id });
        await door.Db.SaveChangesAsync();
        return new TestMember(Id, member.Id, user.Id, $"{firstName} {lastName}");
    }

    public async Task<Guid> TeamAsync(string name, Guid? parentId = null)
    {
        var team = new Team(name, parentId);
        await SaveAsync(unit => unit.Db.Teams.Add(team));
        return team.Id;
    }

    /// <summary>A loan in a stage, with the facts most stages ask for.</summary>
    public Task<Guid> LoanAsync(Milestone at = Milestone.Lead, TestMember? officer = null, string borrower = "Marisol Whitlock", decimal? amount = 409_600m, Action<Loan>? with = null) => SaveAsync(async unit =>
    {
        var stage = await StageAsync(unit, at);
        var loan = Loan.Open($"T-{Interlocked.Increment(ref numbered):0000}", borrower, stage, officer?.Id, by: Guid.Empty, at: unit.At);
        loan.SetTerms(loan.Terms() with { Amount = amount, PurchasePrice = 512_000m, AppraisedValue = 512_000m, Purpose = LoanPurpose.Purchase, NoteRate = 6.375m, TermMonths = 360, Product = "Conv 30" });
        loan.LocateProperty("214 Alder Court", "Wells Harbor", "ME", "04090");
        with?.Invoke(loan);
        unit.Db.Loans.Add(loan);
        return loan.Id;
    });

    public Task<Guid> StageAsync(Milestone milestone) => SaveAsync(async unit => (await StageAsync(unit, milestone)).Id);

    private static Task<PipelineStage> StageAsync(CrmUnit unit, Milestone milestone) => unit.Db.PipelineStages.SingleAsync(stage => stage.Milestone == milestone);
}
