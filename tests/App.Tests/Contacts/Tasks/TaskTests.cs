using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Tasks;
using CrmStudio.App.Contacts.Tasks.Queries;
using CrmStudio.App.Contacts.Tasks.UseCases;
using CrmStudio.App.Loans;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Contacts.Tasks;

public sealed class TaskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_has_no_tasks_and_writes_none()
    {
        var (fixture, organization) = await StartAsync();
        var (viewer, person) = (await organization.MemberAsync(BuiltInRole.Viewer), await PersonAsync(organization, null));

        Assert.Equal(Refusal.NotAllowed, (await WriteAsync(fixture, viewer, person, new("Call", new(2027, 3, 1)))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await DayAsync(fixture, viewer)).Refusal);
    }

    [Fact]
    public async Task A_task_about_somebody_one_does_not_see_is_not_written()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var person = await PersonAsync(organization, marc);

        Assert.Equal(Refusal.NotFound, (await WriteAsync(fixture, ana, person, new("Call", new(2027, 3, 1)))).Refusal);
    }

    [Fact]
    public async Task An_officer_gives_no_tasks_to_colleagues_and_does_not_see_their_day()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var person = await PersonAsync(organization, ana);

        Assert.Equal(nameof(DueTask.AssigneeId), (await WriteAsync(fixture, ana, person, new("Call", new(2027, 3, 1), marc.Id))).Refusal?.Field);
        Assert.Equal(Refusal.NotFound, (await DayAsync(fixture, ana, marc.Id)).Refusal);
    }

    [Fact]
    public async Task The_day_has_ones_own_tasks_and_those_of_ones_loans_that_name_nobody()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var (person, loan, other) = (await PersonAsync(organization, ana), await organization.LoanAsync(officer: ana), await organization.LoanAsync(officer: marc, borrower: "Ruth Adeyemi"));
        var today = await TodayAsync(fixture, ana);
        await organization.SaveAsync(unit => unit.Db.DueTasks.AddRange(
            new DueTask(LoanTables.Loans, loan, "Send the Loan Estimate", today, null, "LE-3"),
            new DueTask(LoanTables.Loans, other, "Not hers", today, null, "LE-3")));
        Assert.True((await WriteAsync(fixture, ana, person, new("Call Noel", today.AddDays(-2)))).IsDone);

        var day = (await DayAsync(fixture, ana)).Value!;

        Assert.Equal([("Call Noel", "Noel Farrow", false), ("Send the Loan Estimate", "Marisol Whitlock", true)], day.Tasks.Select(task => (task.Title, task.About?.Name, task.IsRule)));
    }

    [Fact]
    public async Task Many_are_done_at_once_what_comes_back_is_there_again_and_one_undo_takes_all_back()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (person, today) = (await PersonAsync(organization, ana), await TodayAsync(fixture, ana));
        await WriteAsync(fixture, ana, person, new("Once", today));
        await WriteAsync(fixture, ana, person, new("Weekly", today, Repeat: TaskRepeat.Weekly));
        var before = (await DayAsync(fixture, ana)).Value!.Tasks;

        await using var scope = await fixture.AsAsync(ana);
        var done = await scope.ServiceProvider.GetRequiredService<FinishTasks>().RunAsync(new([.. before.Select(task => task.Id)]), Ct);

        Assert.Equal("Done: 2 tasks", done.Value!.Summary);
        Assert.Equal([("Weekly", today.AddDays(7))], (await DayAsync(fixture, ana)).Value!.Tasks.Select(task => (task.Title, task.DueOn)));
        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(done.Value.UndoId!.Value), Ct)).IsDone);
        Assert.Equal(["Once", "Weekly"], (await DayAsync(fixture, ana)).Value!.Tasks.Select(task => task.Title).Order());
    }

    [Fact]
    public async Task The_day_of_a_task_that_a_rule_keeps_is_not_moved()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (loan, today) = (await organization.LoanAsync(officer: ana), await TodayAsync(fixture, ana));
        var task = new DueTask(LoanTables.Loans, loan, "Send the Loan Estimate", today, null, "LE-3");
        await organization.SaveAsync(unit => unit.Db.DueTasks.Add(task));

        await using var scope = await fixture.AsAsync(ana);
        Assert.Equal(TaskRefusals.KeptByARule, (await scope.ServiceProvider.GetRequiredService<MoveTasks>().RunAsync(new([task.Id], today.AddDays(1)), Ct)).Refusal);
    }

    [Fact]
    public async Task More_than_the_limit_are_not_done_at_once()
    {
        var (fixture, organization) = await StartAsync();
        await using var scope = await fixture.AsAsync(await organization.MemberAsync(BuiltInRole.LoanOfficer));
        Guid[] many = [.. Enumerable.Range(0, FinishTasks.Limit + 1).Select(_ => Guid.NewGuid())];
        Assert.Equal(TaskRefusals.TooMany, (await scope.ServiceProvider.GetRequiredService<FinishTasks>().RunAsync(new(many), Ct)).Refusal);
    }

    [Fact]
    public async Task A_reminder_is_given_once()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (person, today) = (await PersonAsync(organization, ana), await TodayAsync(fixture, ana));
        await WriteAsync(fixture, ana, person, new("Call Noel", today, RemindAt: TimeProvider.System.GetUtcNow().AddMinutes(-1)));
        await WriteAsync(fixture, ana, person, new("Later", today, RemindAt: TimeProvider.System.GetUtcNow().AddHours(1)));

        await using var scope = fixture.AsSystem(organization);
        var remind = scope.ServiceProvider.GetRequiredService<RemindOfTasks>();
        Assert.Equal((1, 0), ((await remind.RunAsync(Ct)).Value, (await remind.RunAsync(Ct)).Value));
        Assert.Equal(["To do: Call Noel"], await organization.SaveAsync(unit => unit.Db.Notifications.Where(note => note.MemberId == ana.Id).Select(note => note.Text).ToListAsync()));
    }

    [Fact]
    public async Task A_sequence_is_set_by_a_manager_and_started_by_an_officer()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, boss) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.Manager));
        var person = await PersonAsync(organization, ana);
        var planned = new SaveSequence.Input(null, "New lead", [("Call", 0), ("Write", 1)]);
        await using var officer = await fixture.AsAsync(ana);
        Assert.Equal(Refusal.NotAllowed, (await officer.ServiceProvider.GetRequiredService<SaveSequence>().RunAsync(planned, Ct)).Refusal);

        await using (var manager = await fixture.AsAsync(boss))
        {
            Assert.True((await manager.ServiceProvider.GetRequiredService<SaveSequence>().RunAsync(planned, Ct)).IsDone);
            Assert.Equal(TaskRefusals.NameTaken, (await manager.ServiceProvider.GetRequiredService<SaveSequence>().RunAsync(planned, Ct)).Refusal);
        }
        var offered = (await officer.ServiceProvider.GetRequiredService<RecordTasksQuery>().ReadAsync(new(ContactTables.Contacts, person), Ct)).Value!.Sequences;
        Assert.True((await officer.ServiceProvider.GetRequiredService<StartSequence>().RunAsync(new(Assert.Single(offered).Id, ContactTables.Contacts, person), Ct)).IsDone);

        Assert.Equal(["Call", "Write"], (await DayAsync(fixture, ana)).Value!.Tasks.Select(task => task.Title));
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static Task<Guid> PersonAsync(TestOrganization organization, TestMember? owner) => organization.SaveAsync(unit =>
        Task.FromResult(unit.Db.Contacts.Add(new Contact("Noel", "Farrow") { OwnerId = owner?.Id }).Entity.Id));

    private static async Task<DateOnly> TodayAsync(CrmFixture fixture, TestMember member)
    {
        await using var scope = await fixture.AsAsync(member);
        return scope.ServiceProvider.GetRequiredService<CurrentMember>().DayOf(TimeProvider.System.GetUtcNow());
    }

    private static async Task<Outcome<Changed>> WriteAsync(CrmFixture fixture, TestMember member, Guid person, TaskPlan plan)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<WriteTask>().RunAsync(new(ContactTables.Contacts, person, plan), Ct);
    }

    private static async Task<Outcome<MyDay>> DayAsync(CrmFixture fixture, TestMember member, Guid? of = null)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<MyDayQuery>().ReadAsync(new(of), Ct);
    }
}
