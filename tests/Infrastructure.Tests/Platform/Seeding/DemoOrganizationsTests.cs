using System.Diagnostics;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Tests.Platform.Seeding;

public sealed class DemoOrganizationsTests
{
    private const string TenantTables = "select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and c.column_name = 'org_id' and t.table_type = 'BASE TABLE'";

    private static readonly Lazy<Task<DemoDatabase>> shared = new(() => DemoDatabase.LoadedAsync("demo", DemoDatabase.Wednesday));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_loaded_over_an_organization_of_the_same_name()
    {
        await using var database = await DemoDatabase.CreateAsync("demo_taken", DemoDatabase.Wednesday);
        await database.AskAsync<Guid>("insert into organizations (id, slug, name, time_zone, is_demo, created_at) values (gen_random_uuid(), 'pinecrest', 'Pinecrest, the real one', 'America/Chicago', false, now()) returning id");

        Assert.False(await database.LoadAsync());
        Assert.False(await database.RemoveAsync());

        Assert.Equal(1L, await database.AskAsync<long>("select count(*) from organizations"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from users"));
    }

    [Fact]
    public async Task It_is_loaded_within_twenty_seconds_and_only_once()
    {
        await using var database = await DemoDatabase.CreateAsync("demo_twice", DemoDatabase.Wednesday);

        var started = Stopwatch.GetTimestamp();
        Assert.True(await database.LoadAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);

        var before = await FingerprintAsync(database);
        Assert.False(await database.LoadAsync());
        Assert.Equal(before, await FingerprintAsync(database));
    }

    [Fact]
    public async Task Two_databases_on_the_same_day_hold_the_same_rows()
    {
        await using var other = await DemoDatabase.LoadedAsync("demo_other", DemoDatabase.Wednesday);

        Assert.Equal(await FingerprintAsync(await shared.Value), await FingerprintAsync(other));
    }

    [Theory]
    [InlineData("2031-03-02T13:00:00Z")]   // a Sunday
    [InlineData("2028-02-29T04:10:00Z")]   // a leap day, not yet begun in New York
    [InlineData("2026-11-20T05:06:00Z")]   // six minutes into a Friday
    public async Task On_another_day_only_the_dates_differ_and_no_loan_is_ahead_of_time(string now)
    {
        await using var later = await DemoDatabase.LoadedAsync($"demo_{now[..4]}", DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        const string story = """
            select md5(string_agg(row, '|' order by row)) from (
                select concat_ws(',', id, borrower_name, officer_id, processor_id, source, amount, purchase_price, appraised_value, product, note_rate, property_address, stage_id, ending_id, ended_reason) as row from loans
                union all select concat_ws(',', id, first_name, last_name, email, phone, owner_id) from contacts
                union all select concat_ws(',', id, entity_id, kind, text, member_id) from activities
                union all select concat_ws(',', id, loan_id, contact_id, role, position) from loan_parties
                union all select concat_ws(',', id, loan_id, from_stage_id, stage_id, entered_by, reason) from loan_stage_visits) rows
            """;
        Assert.Equal(await (await shared.Value).AskAsync<string>(story), await later.AskAsync<string>(story));
        Assert.Equal(0L, await later.AskAsync<long>($"""
            select (select count(*) from loan_stage_visits where entered_at > '{now}' or left_at > '{now}' or left_at <= entered_at)
                 + (select count(*) from activities where at > '{now}')
                 + (select count(*) from contacts where created_at > '{now}')
                 + (select count(*) from loans where funded_on > ('{now}'::timestamptz at time zone 'America/New_York')::date or locked_on > ('{now}'::timestamptz at time zone 'America/New_York')::date)
            """));
        Assert.Equal(160, await OnBoardAsync(later));
    }

    [Fact]
    public async Task Every_open_loan_has_the_facts_its_stage_asks_for()
    {
        foreach (var (email, organization) in ((string, string)[])[("admin@example.com", "Harborline Lending"), ("admin.pinecrest@example.com", "Pinecrest Home Loans")])
        {
            await using var scope = await (await shared.Value).AsAsync(email, organization);
            await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.look", LoanPermissions.Read, Ct);
            var stages = await unit.Db.PipelineStages.ToDictionaryAsync(stage => stage.Id, Ct);
            var loans = await unit.Db.Loans.Include(loan => loan.Visits).ToListAsync(Ct);
            await unit.KnowConditionsAsync(loans, stages.Values, Ct);

            Assert.All(loans, loan =>
            {
                var stage = stages[loan.StageId];
                Assert.Empty(LoanFact.Missing(loan, stage.RequiredFacts));
                Assert.Equal(loan.IsOpen ? 1 : 0, loan.Visits.Count(visit => visit.LeftAt is null));
                Assert.All(stages.Values.Where(passed => passed.Position <= stage.Position), passed => Assert.NotNull(loan.ReachedOn(passed.Milestone)));
            });
        }
    }

    [Fact]
    public async Task Papers_are_where_a_loan_of_that_stage_has_them_and_every_file_can_be_opened()
    {
        var demo = await shared.Value;
        await using var scope = await demo.AsAsync("admin@example.com", "Harborline Lending");
        var orgId = scope.ServiceProvider.GetRequiredService<CurrentMember>().OrgId;
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.papers", LoanPermissions.Read, Ct);
        var stages = await unit.Db.PipelineStages.ToDictionaryAsync(stage => stage.Id, stage => stage.Milestone, Ct);
        var loans = (await unit.Db.Loans.Where(loan => loan.EndedAt == null && loan.EstimateSentOn != null).ToListAsync(Ct)).ToDictionary(loan => loan.Id, loan => stages[loan.StageId]);
        var conditions = await unit.Db.LoanConditions.ToListAsync(Ct);
        var requests = await unit.Db.DocumentRequests.ToListAsync(Ct);
        var documents = await unit.Db.LoanDocuments.ToListAsync(Ct);

        Assert.InRange(requests.Count, 400, 1_200);
        Assert.All([DocumentStatus.Requested, DocumentStatus.Uploaded, DocumentStatus.Accepted, DocumentStatus.Rejected], status => Assert.Contains(requests, request => request.Status == status));
        Assert.All(conditions, condition => Assert.True(loans[condition.LoanId] >= Milestone.ConditionalApproval));
        Assert.All(conditions.Where(condition => condition.Category <= ConditionCategory.PriorToDocs && loans[condition.LoanId] >= Milestone.ClearToClose), condition => Assert.True(condition.IsSettled));
        Assert.All(conditions.Where(condition => condition.Category <= ConditionCategory.PriorToFunding && loans[condition.LoanId] >= Milestone.Funding), condition => Assert.True(condition.IsSettled));
        Assert.Equal(requests.Where(request => !request.IsAwaited || request.Status == DocumentStatus.Rejected).Select(request => request.Id).Order(), documents.Select(document => document.RequestId).Order());
        Assert.All(documents, document => Assert.True(demo.Keeps(new FileKey(orgId, document.FileId), document.Size)));
    }

    [Fact]
    public async Task This_year_s_funded_loans_have_paid_their_officers_by_the_usual_plan_and_no_share_is_lost()
    {
        await using var scope = await (await shared.Value).AsAsync("admin@example.com", "Harborline Lending");
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.commissions", CommissionPermissions.Read, Ct);
        var paid = await unit.Db.Commissions.Include(commission => commission.Lines).ToListAsync(Ct);

        Assert.Equal(await unit.Db.Loans.CountAsync(loan => loan.FundedOn >= new DateOnly(2026, 1, 1), Ct), paid.Count);
        Assert.All(paid, commission => Assert.Equal(commission.Gross, commission.Lines.Sum(line => line.Amount)));
        Assert.Contains(paid, commission => commission.SettledAt is not null);
        Assert.Contains(paid, commission => commission.SettledAt is null);
        Assert.True((await unit.Db.Letterheads.SingleAsync(Ct)).IsComplete);
    }

    [Fact]
    public async Task Goals_are_within_reach_and_not_reached_already()
    {
        await using var scope = await (await shared.Value).AsAsync("admin@example.com", "Harborline Lending");
        var board = (await scope.ServiceProvider.GetRequiredService<LoanBoardQuery>().ReadAsync(new(LoanFilter.None, WithPace: true), Ct)).Value!;

        var stages = board.Columns.Select(column => board.Pace!.Stages[column.Id]).ToList();
        Assert.All(stages[..11], stage => Assert.InRange(stage.Weeks.Sum() * 100 / 12 * 52 / 12 / stage.GoalLoans!.Value, 60, 140));   // a month of these weeks, in percent of the goal
        Assert.Null(stages[11].Percent);
    }

    [Fact]
    public async Task The_board_looks_like_the_board_of_a_busy_lender()
    {
        var board = await BoardAsync(await shared.Value, "admin@example.com");
        var open = board.Columns.Where(column => column.Position < 11).SelectMany(column => column.Cards).ToList();

        Assert.Equal(160, board.Count);
        Assert.All(board.Columns, column => Assert.InRange(column.Count, 8, 20));
        Assert.Equal(10, board.Columns.Single(column => column.Name == "Funded").Count);
        Assert.InRange(open.Count(card => card.IsRotting) * 100 / open.Count, 11, 19);
        Assert.InRange(open.Count(card => card.LockDaysLeft is >= 0 and <= 5), 4, 10);
        Assert.Single(open, card => card.LockDaysLeft < 0);
        Assert.InRange(open.Count(card => card.ClosingOn is { } day && day <= DateOnly.FromDateTime(DemoDatabase.Wednesday.AddDays(14).Date)), 15, 40);
        Assert.All(open, card => Assert.True(card.ClosingOn is not { } day || day >= DateOnly.FromDateTime(DemoDatabase.Wednesday.Date)));
        Assert.Contains(open, card => card is { BorrowerName: "Marisol Whitlock", Amount: 409_600m, OfficerName: "Ana Reyes" });
    }

    [Fact]
    public async Task Amounts_ratios_and_places_are_believable()
    {
        var database = await shared.Value;

        Assert.InRange(await database.AskAsync<double>("select percentile_cont(0.5) within group (order by amount) from loans"), 290_000, 330_000);
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from loans where amount not between 90000 and 1400000 or amount % 100 <> 0"));
        Assert.Equal(0L, await database.AskAsync<long>("""
            select count(*) from loans
            where amount * 100 / (case when purpose = 'Purchase' then least(purchase_price, coalesce(appraised_value, purchase_price)) else appraised_value end) not between 55 and 97
            """));
        Assert.Equal(6L, await database.AskAsync<long>("select count(distinct product) from loans"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from contacts where email not like '%@example.com' or phone not like '(___) 555-01__'"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from contacts c where email_key <> lower(email) or phone_key <> regexp_replace(phone, '[^0-9]', '', 'g')"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from (select from contacts group by org_id, email having count(email) > 1) twice"));
    }

    [Fact]
    public async Task There_are_five_thousand_contacts_and_two_years_behind_the_board()
    {
        var database = await shared.Value;
        const string harborline = "(select id from organizations where slug = 'harborline')";

        Assert.Equal(14L, await database.AskAsync<long>($"select count(*) from members where org_id = {harborline}"));
        Assert.Equal(7L, await database.AskAsync<long>($"select count(distinct role_id) from member_roles where org_id = {harborline}"));
        Assert.Equal(5_000L, await database.AskAsync<long>($"select count(*) from contacts where org_id = {harborline}"));
        Assert.Equal(1_150L, await database.AskAsync<long>($"select count(*) from loans where org_id = {harborline} and funded_on < '2026-10-19'"));
        Assert.Equal(360L, await database.AskAsync<long>($"select count(*) from loans where org_id = {harborline} and ended_at is not null"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from loans l join pipeline_endings e on e.id = l.ending_id where e.needs_reason and l.ended_reason is null"));
        Assert.InRange(await database.AskAsync<decimal>($"select avg(n) from (select count(*) n from loans where org_id = {harborline} and funded_on between '2024-12-01' and '2026-09-30' group by date_trunc('month', funded_on)) m"), 45, 55);
        Assert.True(await database.AskAsync<bool>($"""
            select count(*) filter (where extract(month from funded_on) in (5, 6, 7, 8)) > 1.3 * count(*) filter (where extract(month from funded_on) in (11, 12, 1, 2)) from loans where org_id = {harborline}
            """));
        Assert.InRange(await database.AskAsync<long>("select count(*) from activities where entity_type = 'loans' and at > '2026-10-19'"), 200, 500);
    }

    [Fact]
    public async Task Of_480_leads_some_stand_in_every_status_two_wait_too_long_and_five_people_are_known_twice()
    {
        var database = await shared.Value;
        const string leads = "leads where org_id = (select id from organizations where slug = 'harborline')";

        Assert.Equal(480L, await database.AskAsync<long>($"select count(*) from {leads}"));
        Assert.Equal(7L, await database.AskAsync<long>($"select count(distinct status) from {leads}"));
        Assert.Equal(2L, await database.AskAsync<long>($"select count(*) from {leads} and is_breached and answered_at is null and ended_at is null"));
        Assert.Equal(9L, await database.AskAsync<long>($"select count(*) from {leads} and pond_id is not null"));
        Assert.InRange(await database.AskAsync<long>($"select count(*) from {leads} and snoozed_until is not null"), 10, 20);
        Assert.Equal(5L, await database.AskAsync<long>("select count(*) from (select from contacts where org_id = (select id from organizations where slug = 'harborline') and phone_key is not null group by phone_key, first_name, last_name having count(*) > 1) twice"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from leads l left join loans o on o.org_id = l.org_id and o.id = l.loan_id where (l.status = 'Converted') <> (o.id is not null)"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from leads where ended_at < received_at or last_contact_at < received_at or score is null and ended_at is null and not exists (select from contacts c where c.id = contact_id and c.do_not_call_since is not null)"));
        Assert.Equal(2L, await database.AskAsync<long>("select count(*) from (select m.first_name from leads l join members m on m.id = l.assignee_id where m.first_name in ('Ana', 'Lena') group by 1) them"));
    }

    [Fact]
    public async Task Nothing_anybody_wrote_tells_an_assistant_an_amount()
    {
        var database = await shared.Value;

        Assert.Equal(0L, await database.AskAsync<long>("""select count(*) from activities where text ~ '\$|\d{4}|\d,\d|[{}]'"""));
        var board = await BoardAsync(database, "assistant@example.com");
        Assert.True(board.Count > 20);
        Assert.False(board.SeesAmounts);
        Assert.All(board.Columns, column => Assert.Null(column.Sum));
        await using var scope = await database.AsAsync("assistant@example.com");
        Assert.False(scope.ServiceProvider.GetRequiredService<CurrentMember>().May(LoanPermissions.SeeAmounts));
    }

    [Fact]
    public async Task Each_sees_what_the_place_in_the_tree_allows()
    {
        var database = await shared.Value;
        var counts = new Dictionary<string, int>();
        foreach (var email in (string[])["owner@example.com", "manager.north@example.com", "manager.mill@example.com", "lo.ana@example.com", "lo.marc@example.com", "compliance@example.com", "viewer@example.com"])
            counts[email] = (await BoardAsync(database, email)).Count;

        Assert.Equal((160, 160, 160), (counts["owner@example.com"], counts["compliance@example.com"], counts["manager.north@example.com"]));
        Assert.InRange(counts["manager.mill@example.com"], 10, 130);
        Assert.InRange(counts["viewer@example.com"], 20, 90);
        Assert.InRange(counts["lo.ana@example.com"], 30, 60);
        Assert.InRange(counts["lo.marc@example.com"], 5, 25);
    }

    [Fact]
    public async Task The_other_lender_sees_its_own_twelve_loans_and_one_person_works_at_both()
    {
        var database = await shared.Value;

        Assert.Equal(12, (await BoardAsync(database, "admin.pinecrest@example.com", "Pinecrest Home Loans")).Count);
        Assert.Equal(12, (await BoardAsync(database, "compliance@example.com", "Pinecrest Home Loans")).Count);
        Assert.Equal(2L, await database.AskAsync<long>("select count(*) from user_organizations p join users u on u.id = p.user_id where u.email = 'compliance@example.com'"));
        Assert.Equal(16L, await database.AskAsync<long>("select count(*) from users"));
        Assert.Equal(1L, await database.AskAsync<long>($"select count(distinct org_id) from loans where officer_id in (select id from members where email = 'lo.ana@example.com')"));
    }

    [Fact]
    public async Task Loading_stands_in_the_audit_trail_once_per_organization_and_tells_nobody()
    {
        var database = await shared.Value;

        Assert.Equal(2L, await database.AskAsync<long>("select count(*) from audit_entries where verb = 'demo.load'"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from outbox_messages"));
        await using var scope = await database.AsAsync("compliance@example.com");
        Assert.True(scope.ServiceProvider.GetRequiredService<CurrentMember>().May(CompliancePermissions.ReadAudit));
    }

    [Fact]
    public async Task Everybody_signs_in_with_the_printed_password()
    {
        var database = await shared.Value;
        var hash = await database.AskAsync<string>("select min(password_hash) from users having count(distinct password_hash) = 1");

        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<SignInUser>().VerifyHashedPassword(new SignInUser(), hash, DemoOrganizations.Password));
        Assert.Equal(16L, await database.AskAsync<long>("select count(distinct security_stamp) from users"));
        foreach (var person in DemoSignIn.All)
            Assert.Equal(1L, await database.AskAsync<long>($"select count(*) from user_organizations p join users u on u.id = p.user_id where p.org_id = '{person.OrgId}' and p.member_id = '{person.MemberId}' and u.email = '{person.Email}'"));
    }

    [Fact]
    public async Task Removing_leaves_nothing_but_what_belongs_to_others()
    {
        await using var database = await DemoDatabase.LoadedAsync("demo_removed", DemoDatabase.Wednesday);
        var other = await database.AskAsync<Guid>("insert into organizations (id, slug, name, time_zone, is_demo, created_at) values (gen_random_uuid(), 'real', 'Real Lending', 'America/Denver', false, now()) returning id");
        await database.AskAsync<Guid>($"insert into user_organizations (user_id, org_id, member_id) select id, '{other}', gen_random_uuid() from users where email = 'viewer@example.com' returning member_id");
        await database.AskAsync<Guid>($"insert into contacts (org_id, id, first_name, last_name, created_at, updated_at) values ('{other}', gen_random_uuid(), 'Real', 'Person', now(), now()) returning id");
        await database.AskAsync<Guid>("insert into audit_seals (org_id, id, position, hash, sealed_at) select org_id, id, 1, 'x', now() from audit_entries limit 1 returning id");

        Assert.True(await database.RemoveAsync());
        Assert.False(await database.RemoveAsync());

        Assert.Equal("real", await database.AskAsync<string>("select string_agg(slug, ',') from organizations"));
        Assert.Equal("viewer@example.com", await database.AskAsync<string>("select string_agg(email, ',') from users"));
        Assert.Equal(1L, await database.AskAsync<long>("select count(*) from contacts"));
        var left = await database.AskAsync<string>($"select string_agg(format('select count(*) as n from %I where org_id <> ''{other}''', table_name), ' union all ') from ({TenantTables}) tables");
        Assert.Equal(0m, await database.AskAsync<decimal>($"select sum(n) from ({left}) counts"));
        Assert.True(await database.LoadAsync());
    }

    private static async Task<LoanBoard> BoardAsync(DemoDatabase database, string email, string organization = "Harborline Lending")
    {
        await using var scope = await database.AsAsync(email, organization);
        var board = await scope.ServiceProvider.GetRequiredService<LoanBoardQuery>().ReadAsync(new(), Ct);
        Assert.True(board.IsDone);
        return board.Value;
    }

    private static async Task<int> OnBoardAsync(DemoDatabase database) => (await BoardAsync(database, "admin@example.com")).Count;

    /// <summary>A hash over every row organizations own, but for the audit trail, whose ids are made as it is written.</summary>
    private static async Task<string> FingerprintAsync(DemoDatabase database)
    {
        var rows = await database.AskAsync<string>($"select string_agg(format('select %L || md5(t::text) as row from %I t', table_name, table_name), ' union all ') from ({TenantTables} and c.table_name <> 'audit_entries') tables");
        return await database.AskAsync<string>($"select md5(string_agg(row, '|' order by row)) || count(*) from ({rows}) rows");
    }
}
