using System.Security.Cryptography;
using System.Text;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Testing;
using CrmStudio.Testing.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Papers;

public sealed class PaperTests
{
    private static readonly DocumentNeed payStubs = new("Pay stubs", "All pages.", Verifies: true, IsRequired: true, FromBorrower: true, new DateOnly(2030, 1, 7), GoodForDays: 60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_asks_for_nothing_and_opens_no_file()
    {
        var (fixture, organization) = await StartAsync();
        var team = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer, "Nora", "Kent", team);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        var file = await UploadAsync(fixture, ana, loan, request, Specimen.Pdf());

        Assert.Equal(Refusal.NotAllowed, (await RunAsync<RequestDocuments, Outcome<Changed>>(fixture, viewer, verb => verb.RunAsync(new(loan, [payStubs]), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await RunAsync<DocumentFileQuery, Outcome<OpenedFile>>(fixture, viewer, query => query.ReadAsync(loan, file, false, Ct))).Refusal);
        Assert.False((await RunAsync<LoanPapersQuery, Outcome<LoanPapers>>(fixture, viewer, query => query.ReadAsync(loan, Ct))).Value!.MayOpenFiles);
    }

    [Fact]
    public async Task The_papers_of_another_officers_loan_are_not_found()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        var file = await UploadAsync(fixture, ana, loan, request, Specimen.Pdf());

        Assert.Equal(Refusal.NotFound, (await RunAsync<LoanPapersQuery, Outcome<LoanPapers>>(fixture, marc, query => query.ReadAsync(loan, Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await RunAsync<AcceptDocument, Outcome<Changed>>(fixture, marc, verb => verb.RunAsync(new(request), Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await RunAsync<DocumentFileQuery, Outcome<OpenedFile>>(fixture, marc, query => query.ReadAsync(loan, file, false, Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await RunAsync<BeginUpload, Outcome<UploadProgress>>(fixture, marc, verb => verb.RunAsync(new(loan, null, request, "a.pdf", 10, null), Ct))).Refusal);
    }

    [Fact]
    public async Task Before_the_loan_estimate_what_verifies_cannot_be_required_and_afterwards_it_can()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var loan = await organization.LoanAsync(Milestone.Application, ana);

        var refused = await RunAsync<RequestDocuments, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan, [payStubs]), Ct));
        Assert.Equal("loans.verification-before-estimate", refused.Refusal?.Code);
        Assert.Contains("12 CFR 1026.19(e)(2)(iii)", refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.True((await RunAsync<RequestDocuments, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan, [payStubs with { IsRequired = false, DueOn = null }]), Ct))).IsDone);

        Assert.True((await RunAsync<RecordDisclosure, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new DisclosureDraft { LoanId = loan, Kind = DisclosureKind.LoanEstimate, SentOn = new DateOnly(2026, 1, 5), Method = DisclosureMethod.InPerson }, Ct))).IsDone);
        Assert.True((await RunAsync<RequestDocuments, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan, [payStubs with { Name = "W-2" }]), Ct))).IsDone);
    }

    [Fact]
    public async Task An_assistant_asks_reviews_and_accepts_and_every_opening_of_a_file_stands_in_the_audit_trail()
    {
        var (fixture, organization) = await StartAsync();
        var team = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", team);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        var sent = Specimen.Pdf();
        var file = await UploadAsync(fixture, ben, loan, request, sent);

        var opened = await RunAsync<DocumentFileQuery, Outcome<OpenedFile>>(fixture, ben, query => query.ReadAsync(loan, file, true, Ct));
        using var bytes = new MemoryStream();
        await using (opened.Value!.Content) await opened.Value.Content.CopyToAsync(bytes, Ct);
        Assert.Equal(sent, bytes.ToArray());
        Assert.True(await organization.SaveAsync(unit => unit.Db.AuditEntries.AnyAsync(entry => entry.MemberId == ben.Id && entry.Verb == "loans.papers.show-file" && entry.EntityId == file, Ct)));

        Assert.Equal("Accepted Pay stubs of Marisol Whitlock", (await RunAsync<AcceptDocument, Outcome<Changed>>(fixture, ben, verb => verb.RunAsync(new(request), Ct))).Value?.Summary);
        var line = await LineAsync(fixture, ana, loan);
        Assert.Equal((DocumentStatus.Accepted, "Ben Ostrow"), (line.Status, line.StatusBy));
        Assert.NotNull(line.ExpiresOn);
    }

    [Fact]
    public async Task What_is_sent_back_says_why_comes_again_as_a_second_edition_and_acceptance_can_be_undone()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        await UploadAsync(fixture, ana, loan, request, Specimen.Pdf("first"));

        Assert.Equal("Reason", (await RunAsync<RejectDocument, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(request, RejectionCode.Other, " "), Ct))).Refusal?.Field);
        Assert.True((await RunAsync<RejectDocument, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(request, RejectionCode.PagesMissing, "Page 2"), Ct))).IsDone);
        await UploadAsync(fixture, ana, loan, request, Specimen.Pdf("second"));

        var line = await LineAsync(fixture, ana, loan);
        Assert.Equal((DocumentStatus.Uploaded, 2, (RejectionCode?)null), (line.Status, line.Edition, line.Rejection));
        Assert.Equal([2, 1], line.Files.Select(file => file.Edition));

        var accepted = await RunAsync<AcceptDocument, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(request), Ct));
        Assert.True((await RunAsync<UndoChange, Outcome<string>>(fixture, ana, verb => verb.RunAsync(new(accepted.Value!.UndoId), Ct))).IsDone);
        Assert.Equal(DocumentStatus.Uploaded, (await LineAsync(fixture, ana, loan)).Status);
    }

    [Fact]
    public async Task An_upload_that_broke_off_goes_on_where_it_came_to_and_is_hashed_over_the_whole()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        var bytes = Specimen.Pdf();

        var begun = await BeginAsync(fixture, ana, loan, request, bytes.Length);
        Assert.Equal(100, (await ContinueAsync(fixture, ana, loan, begun.Value!.Id, 0, bytes[..100])).Value!.Offset);
        Assert.Equal(100, (await ContinueAsync(fixture, ana, loan, begun.Value.Id, 50, bytes[50..])).Value!.Offset);   // a piece that begins elsewhere is not taken

        var again = await BeginAsync(fixture, ana, loan, request, bytes.Length);
        Assert.Equal(new UploadProgress(begun.Value.Id, 100), again.Value);
        Assert.True((await ContinueAsync(fixture, ana, loan, begun.Value.Id, 100, bytes[100..])).Value!.IsKept);

        var document = await organization.SaveAsync(unit => unit.Db.LoanDocuments.AsNoTracking().SingleAsync(one => one.LoanId == loan, Ct));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), document.Sha256);
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.LoanUploads.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_file_that_is_refused_leaves_nothing_behind()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        var bytes = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");

        var begun = await BeginAsync(fixture, ana, loan, request, bytes.Length);
        Assert.Equal("files.kind", (await ContinueAsync(fixture, ana, loan, begun.Value!.Id, 0, bytes)).Refusal?.Code);

        Assert.Equal((0, 0, DocumentStatus.Requested), await organization.SaveAsync(async unit => (
            await unit.Db.LoanUploads.CountAsync(Ct), await unit.Db.LoanDocuments.CountAsync(Ct), (await unit.Db.DocumentRequests.SingleAsync(Ct)).Status)));
        Assert.Null(await fixture.Services.GetRequiredService<IFileStore>().OpenAsync(new(organization.Id, begun.Value.Id), Ct));
        Assert.Equal(0, fixture.Services.GetRequiredService<UploadStage>().OffsetOf(begun.Value.Id));
    }

    [Fact]
    public async Task The_same_file_twice_is_said_to_be_here_already()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        await UploadAsync(fixture, ana, loan, request, Specimen.Pdf());

        var begun = await BeginAsync(fixture, ana, loan, request, Specimen.Pdf().Length);
        Assert.Equal("This is the same file as stub.pdf, which we have already.", (await ContinueAsync(fixture, ana, loan, begun.Value!.Id, 0, Specimen.Pdf())).Refusal?.Message);
    }

    [Fact]
    public async Task Limits_of_size_count_and_storage_are_reached_at_the_number_they_name()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        await using var scope = await fixture.AsAsync(ana);
        var services = scope.ServiceProvider;
        BeginUpload With(PaperLimits limits) => ActivatorUtilities.CreateInstance<BeginUpload>(services, limits);
        Task<Outcome<UploadProgress>> Begin(PaperLimits limits, long size, string name) => With(limits).RunAsync(new(loan, null, request, name, size, null), Ct);

        Assert.Equal("files.too-large", (await Begin(new(), 50L * 1024 * 1024 + 1, "a")).Refusal?.Code);
        Assert.Equal("files.empty", (await Begin(new(), 0, "a")).Refusal?.Code);
        Assert.Equal("loans.quota-reached", (await Begin(new() { BytesPerOrganization = 99 }, 100, "a")).Refusal?.Code);
        Assert.True((await Begin(new() { BytesPerOrganization = 100 }, 100, "a")).IsDone);
        Assert.Equal("loans.quota-reached", (await Begin(new() { BytesPerOrganization = 100 }, 1, "b")).Refusal?.Code);   // what is on its way counts
        Assert.Equal("loans.too-many-uploads", (await Begin(new() { UploadsPerLoan = 1 }, 1, "b")).Refusal?.Code);
        await UploadAsync(fixture, ana, loan, request, Specimen.Pdf());
        Assert.Equal("loans.too-many-files", (await Begin(new() { FilesPerRequest = 1 }, 1, "b")).Refusal?.Code);
        Assert.Equal("loans.too-many-files-on-loan", (await Begin(new() { FilesPerLoan = 1 }, 1, "b")).Refusal?.Code);
    }

    [Fact]
    public async Task A_stage_that_asks_for_cleared_conditions_names_those_that_are_not()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var loan = await organization.LoanAsync(Milestone.ClearToClose, ana, with: one =>
        {
            one.Lock(new DateOnly(2026, 1, 1), new DateOnly(2030, 1, 1));
            one.CloseOn(new DateOnly(2029, 1, 1));
        });
        await RunAsync<AddConditions, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan,
            [new(ConditionCategory.PriorToDocs, "Verbal verification of employment"), new(ConditionCategory.PriorToDocs, "Signed gift letter"), new(ConditionCategory.PriorToFunding, "Final inspection")]), Ct));
        var to = await organization.StageAsync(Milestone.Closing);

        var refused = await RunAsync<AdvanceLoan, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan, to, null), Ct));
        Assert.Equal("Docs out / Closing needs all prior-to-docs conditions cleared (“Verbal verification of employment”, “Signed gift letter”) first.", refused.Refusal?.Message);

        foreach (var line in (await ConditionsAsync(fixture, ana, loan)).Where(line => line.Category == ConditionCategory.PriorToDocs))
            Assert.True((await RunAsync<MoveCondition, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(line.Id, ConditionStatus.Cleared), Ct))).IsDone);
        Assert.True((await RunAsync<AdvanceLoan, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan, to, null), Ct))).IsDone);
    }

    [Fact]
    public async Task A_condition_has_what_it_waits_for_when_all_its_documents_are_accepted()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        await RunAsync<AddConditions, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan, [new(ConditionCategory.PriorToDocs, "Income")]), Ct));
        var condition = Assert.Single(await ConditionsAsync(fixture, ana, loan)).Id;
        await RunAsync<LinkCondition, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(condition, [request]), Ct));
        await UploadAsync(fixture, ana, loan, request, Specimen.Pdf());

        await RunAsync<AcceptDocument, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(request), Ct));

        Assert.Equal(ConditionStatus.Received, Assert.Single(await ConditionsAsync(fixture, ana, loan)).Status);
    }

    [Fact]
    public async Task An_assistant_waives_nothing()
    {
        var (fixture, organization) = await StartAsync();
        var team = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", team);
        var loan = await organization.LoanAsync(Milestone.ConditionalApproval, ana);
        await RunAsync<AddConditions, Outcome<Changed>>(fixture, ben, verb => verb.RunAsync(new(loan, [new(ConditionCategory.PriorToDocs, "Income")]), Ct));
        var condition = Assert.Single(await ConditionsAsync(fixture, ben, loan)).Id;

        Assert.Equal(Refusal.NotAllowed, (await RunAsync<MoveCondition, Outcome<Changed>>(fixture, ben, verb => verb.RunAsync(new(condition, ConditionStatus.Waived, "Not needed"), Ct))).Refusal);
        Assert.Equal("Reason", (await RunAsync<MoveCondition, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(condition, ConditionStatus.Waived), Ct))).Refusal?.Field);
    }

    [Fact]
    public async Task Several_changes_plan_one_mail_and_nobody_is_told_of_their_own_upload()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (loan, request) = await AskedAsync(fixture, organization, ana);
        await RunAsync<RequestDocuments, Outcome<Changed>>(fixture, ana, verb => verb.RunAsync(new(loan, [payStubs with { Name = "W-2" }, payStubs with { Name = "Bank statements" }]), Ct));
        await UploadAsync(fixture, ana, loan, request, Specimen.Pdf());

        await using (var scope = fixture.AsSystem(organization)) await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);

        var (notices, told) = await organization.SaveAsync(async unit => (await unit.Db.BorrowerNotices.ToListAsync(Ct), await unit.Db.Notifications.CountAsync(Ct)));
        Assert.Equal((NoticeStatus.Planned, false), (Assert.Single(notices).Status, notices[0].IsReminder));
        Assert.Equal(0, told);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<(Guid Loan, Guid Request)> AskedAsync(CrmFixture fixture, TestOrganization organization, TestMember officer)
    {
        var loan = await organization.LoanAsync(Milestone.Processing, officer, with: one => one.SendEstimate(new DateOnly(2026, 1, 5)));
        Assert.True((await RunAsync<RequestDocuments, Outcome<Changed>>(fixture, officer, verb => verb.RunAsync(new(loan, [payStubs]), Ct))).IsDone);
        return (loan, (await LineAsync(fixture, officer, loan)).Id);
    }

    private static async Task<Guid> UploadAsync(CrmFixture fixture, TestMember member, Guid loan, Guid request, byte[] bytes)
    {
        var begun = await BeginAsync(fixture, member, loan, request, bytes.Length);
        Assert.True((await ContinueAsync(fixture, member, loan, begun.Value!.Id, 0, bytes)).Value?.IsKept);
        return (await LineAsync(fixture, member, loan)).Files[0].Id;
    }

    private static Task<Outcome<UploadProgress>> BeginAsync(CrmFixture fixture, TestMember member, Guid loan, Guid request, long size) =>
        RunAsync<BeginUpload, Outcome<UploadProgress>>(fixture, member, verb => verb.RunAsync(new(loan, null, request, "C:\\papers\\stub.pdf", size, "1"), Ct));

    private static Task<Outcome<UploadProgress>> ContinueAsync(CrmFixture fixture, TestMember member, Guid loan, Guid upload, long at, byte[] piece) =>
        RunAsync<ContinueUpload, Outcome<UploadProgress>>(fixture, member, verb => verb.RunAsync(new(loan, null, upload, at, new MemoryStream(piece)), Ct));

    private static async Task<PaperLine> LineAsync(CrmFixture fixture, TestMember member, Guid loan) =>
        (await RunAsync<LoanPapersQuery, Outcome<LoanPapers>>(fixture, member, query => query.ReadAsync(loan, Ct))).Value!.Lines[0];

    private static async Task<IReadOnlyList<ConditionLine>> ConditionsAsync(CrmFixture fixture, TestMember member, Guid loan) =>
        (await RunAsync<LoanConditionsQuery, Outcome<LoanConditions>>(fixture, member, query => query.ReadAsync(loan, Ct))).Value!.Lines;

    private static async Task<TResult> RunAsync<TVerb, TResult>(CrmFixture fixture, TestMember member, Func<TVerb, Task<TResult>> run)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
