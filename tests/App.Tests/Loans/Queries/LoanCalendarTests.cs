using CrmStudio.App.Loans;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Queries;

public sealed class LoanCalendarTests
{
    // A Thursday far enough ahead, with no holiday in the days before: Closing Disclosure received by Monday, mailed by Thursday of the week before.
    private static readonly DateOnly closing = new(2031, 3, 20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_see_no_loans_sees_no_calendar_and_an_officer_only_the_own()
    {
        var (fixture, organization) = await StartAsync();
        TestMember rep = await organization.MemberAsync(BuiltInRole.SalesRep), ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), marc = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        await organization.LoanAsync(Milestone.Processing, marc, with: loan => loan.CloseOn(closing));

        Assert.Equal(Refusal.NotAllowed, (await ReadAsync(fixture, rep)).Refusal);
        Assert.Empty((await ReadAsync(fixture, ana)).Value!.Entries);
        Assert.Empty((await ReadAsync(fixture, ana, new(marc.Id, null))).Value!.Entries);
        Assert.Single((await ReadAsync(fixture, marc)).Value!.Entries);
        Assert.Empty((await ReadAsync(fixture, await (await TestOrganization.CreateAsync(fixture)).MemberAsync(BuiltInRole.Admin))).Value!.Entries);
    }

    [Fact]
    public async Task A_loan_brings_its_closing_its_lock_and_both_days_of_its_closing_disclosure()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync(Milestone.Processing, with: Planned);

        var entries = (await ReadAsync(fixture, admin)).Value!.Entries;

        Assert.Equal(
            [
                (LoanCalendarKind.DisclosureMailed, new DateOnly(2031, 3, 13), null), (LoanCalendarKind.DisclosureReceived, new DateOnly(2031, 3, 17), null),
                (LoanCalendarKind.LockExpiry, new DateOnly(2031, 3, 18), "before the closing"), (LoanCalendarKind.Closing, closing, "the lock runs out before"),
            ],
            entries.Select(entry => (entry.Kind, entry.On, entry.Warning)));
    }

    [Fact]
    public async Task A_closing_just_past_the_span_still_brings_the_days_its_disclosure_has_in_it()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync(Milestone.Processing, with: Planned);

        var entries = (await ReadAsync(fixture, admin, to: new DateOnly(2031, 3, 15))).Value!.Entries;

        Assert.Equal([LoanCalendarKind.DisclosureMailed], entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Loans_that_funded_ended_or_gave_their_lock_up_are_not_in_it()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync(Milestone.Funding, with: loan =>
        {
            Planned(loan);
            loan.Reach(Milestone.Funding, new(2031, 3, 1));
        });

        Assert.Empty((await ReadAsync(fixture, admin)).Value!.Entries);
    }

    [Fact]
    public async Task It_can_be_narrowed_to_a_branch_with_those_below_it_to_an_officer_and_to_kinds()
    {
        var (fixture, organization) = await StartAsync();
        var north = await organization.TeamAsync("North");
        TestMember admin = await organization.MemberAsync(BuiltInRole.Admin), ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", await organization.TeamAsync("Harbor Point", north)),
            marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois", await organization.TeamAsync("Mill Street"));
        await organization.LoanAsync(Milestone.Processing, ana, "Ada", with: Planned);
        await organization.LoanAsync(Milestone.Processing, marc, "Bob", with: Planned);

        var all = (await ReadAsync(fixture, admin)).Value!;
        Assert.Equal(8, all.Entries.Count);
        Assert.Equal(["Ana Reyes", "Marc Dubois"], all.Officers.Select(officer => officer.Name));
        Assert.Equal(["Harbor Point", "Mill Street", "North"], all.Branches.Select(branch => branch.Name));
        Assert.Equal(["Ada"], (await ReadAsync(fixture, admin, new(null, north))).Value!.Entries.Select(entry => entry.Borrower).Distinct());
        Assert.Equal(["Bob"], (await ReadAsync(fixture, admin, new(marc.Id, null))).Value!.Entries.Select(entry => entry.Borrower).Distinct());
        Assert.Empty((await ReadAsync(fixture, admin, new(null, Guid.NewGuid()))).Value!.Entries);
        Assert.Equal([LoanCalendarKind.Closing], (await ReadAsync(fixture, admin, new(null, null, HasLocks: false, HasDisclosures: false))).Value!.Entries.Select(entry => entry.Kind).Distinct());
    }

    [Fact]
    public async Task A_disclosure_that_went_out_in_time_is_done()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var loan = await organization.LoanAsync(Milestone.Processing, with: Planned);
        await organization.SaveAsync(async unit =>
        {
            var dates = await DatesAsync(fixture, organization);
            var sent = Disclosure.Record(new DisclosureDraft { LoanId = loan, Kind = DisclosureKind.ClosingDisclosure, SentOn = new(2026, 1, 5), Method = DisclosureMethod.InPerson }, [], false, dates, new(2026, 2, 1), Guid.Empty);
            Assert.True(sent.IsDone, sent.Refusal?.Message);
            unit.Db.Disclosures.Add(sent.Value);
            return true;
        });

        var entries = (await ReadAsync(fixture, admin)).Value!.Entries;

        Assert.Equal([true, true, false, false], entries.Select(entry => entry.IsDone));

        static async Task<Domain.Compliance.Rules.RuleDates> DatesAsync(CrmFixture fixture, TestOrganization organization)
        {
            await using var scope = fixture.AsSystem(organization);
            await using var unit = await scope.ServiceProvider.GetRequiredService<Infrastructure.Platform.Tenancy.CrmWork>().BeginAsync("test.rules", LoanPermissions.Read, Ct);
            return await scope.ServiceProvider.GetRequiredService<App.Compliance.LenderRules>().ReadAsync(unit, Ct);
        }
    }

    private static void Planned(Loan loan)
    {
        var at = new DateTimeOffset(2025, 12, 1, 15, 0, 0, TimeSpan.Zero);
        foreach (var piece in Enum.GetValues<ApplicationPiece>()) loan.Receive(piece, at, Guid.Empty, at.AddDays(1), instant => DateOnly.FromDateTime(instant.UtcDateTime));
        loan.CloseOn(closing);
        loan.Lock(new(2026, 1, 1), new(2031, 3, 18));
    }

    private static async Task<Outcome<LoanCalendar>> ReadAsync(CrmFixture fixture, TestMember by, LoanCalendarFilter? filter = null, DateOnly? to = null)
    {
        await using var scope = await fixture.AsAsync(by);
        return await scope.ServiceProvider.GetRequiredService<LoanCalendarQuery>().ReadAsync(new(2031, 3, 1), to ?? new(2031, 3, 31), filter ?? LoanCalendarFilter.All, Ct);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}
