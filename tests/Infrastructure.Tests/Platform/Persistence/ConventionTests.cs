using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Persistence;

/// <summary>What every row gets without anybody asking for it.</summary>
public sealed class ConventionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_make_the_model_and_nothing_is_left_over()
    {
        await using var scope = (await CrmFixture.SharedAsync()).Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContextAsync(Ct);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_name_the_code_does_not_know_is_refused_by_the_database()
    {
        var organization = await StartAsync();
        await organization.LoanAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => organization.SaveAsync(unit => unit.Db.Database.ExecuteSqlAsync($"update loans set lock_status = 'Loose'", Ct)));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task A_row_is_stamped_when_it_is_made_and_each_time_it_is_saved()
    {
        var organization = await StartAsync();
        var contact = new Contact("Marisol", "Whitlock");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(contact));
        var made = (contact.OrgId, contact.CreatedAt, contact.UpdatedAt, contact.Version);

        var saved = await organization.SaveAsync(async unit =>
        {
            var again = await unit.Db.Contacts.SingleAsync(Ct);
            again.ReachBy("marisol@example.com", null);
            return again;
        });

        Assert.Equal((organization.Id, made.CreatedAt), (made.OrgId, made.UpdatedAt));
        Assert.Equal(made.CreatedAt, saved.CreatedAt);
        Assert.True(saved.UpdatedAt > made.UpdatedAt);
        Assert.NotEqual(made.Version, saved.Version);
        Assert.Equal(7, contact.Id.Version);
    }

    [Fact]
    public async Task Times_come_back_as_they_were_saved_to_the_microsecond()
    {
        var organization = await StartAsync();
        var (at, contact) = (default(DateTimeOffset), new Contact("Marisol", "Whitlock"));
        await organization.SaveAsync(unit =>
        {
            at = unit.At;
            unit.Db.Contacts.Add(contact);
        });

        Assert.Equal(at, await organization.SaveAsync(unit => unit.Db.Contacts.Select(c => c.CreatedAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_overwrites_nothing()
    {
        var organization = await StartAsync();
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));

        var second = await Assert.ThrowsAsync<InvalidOperationException>(() => organization.SaveAsync(async unit =>
        {
            var read = await unit.Db.Contacts.SingleAsync(Ct);
            await organization.SaveAsync(async other => (await other.Db.Contacts.SingleAsync(Ct)).ReachBy("first@example.com", null));
            return read.ReachBy("second@example.com", null);
        }));

        Assert.Equal(Refusal.ChangedMeanwhile.Message, second.Message);
        Assert.Equal("first@example.com", await organization.SaveAsync(unit => unit.Db.Contacts.Select(c => c.Email).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Amounts_keep_their_cents_and_sort_by_a_twin_in_cents()
    {
        var organization = await StartAsync();
        await organization.LoanAsync(amount: 409_600.37m);

        Assert.Equal((409_600.37m, 40_960_037L), await organization.SaveAsync(async unit =>
        {
            var loan = await unit.Db.Loans.Select(l => new { l.Amount, Cents = EF.Property<long?>(l, "AmountCents") }).SingleAsync(Ct);
            return (loan.Amount!.Value, loan.Cents!.Value);
        }));
    }

    [Fact]
    public async Task A_link_to_a_row_that_does_not_exist_is_refused_by_the_database()
    {
        var organization = await StartAsync();

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => organization.LoanAsync(with: loan => loan.AddParty(Guid.CreateVersion7(), "Nobody", LoanPartyRole.Borrower)));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Fact]
    public async Task A_rule_that_says_what_a_duplicate_means_turns_it_into_a_refusal()
    {
        var organization = await StartAsync();
        await using var scope = (await CrmFixture.SharedAsync()).AsSystem(organization);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.duplicate", AccessPermissions.OwnAccount, Ct);
        unit.Db.Roles.Add(new Role("Admin"));

        var saved = await unit.SaveAsync(Ct, duplicate: rule => rule == "ix_roles_org_id_name" ? new Refusal("test.taken", "Taken.") : null);

        Assert.Equal("test.taken", saved.Refusal?.Code);
    }

    private static async Task<TestOrganization> StartAsync() => await TestOrganization.CreateAsync(await CrmFixture.SharedAsync());
}
