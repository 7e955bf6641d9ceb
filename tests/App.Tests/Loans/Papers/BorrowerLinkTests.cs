using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Testing;
using CrmStudio.Testing.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmStudio.App.Tests.Loans.Papers;

/// <summary>The borrower's link as a stranger and as the borrower meet it: over HTTP, without a script unless said.</summary>
public sealed class BorrowerLinkTests
{
    private const string Secret = "correct-horse-battery-staple-0123456789";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_that_is_wrong_expired_revoked_or_anothers_opens_the_same_page_with_the_same_status()
    {
        var (fixture, organization, app) = await StartAsync();
        await using var _ = app;
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var loan = await LoanAsync(organization);
        await LinkAsync(organization, loan, "revoked", revoke: true);
        await LinkAsync(organization, loan, "expired", at: TimeProvider.System.GetUtcNow() - BorrowerLink.Lifetime);
        await LinkAsync(organization, loan, Secret);

        var shapes = new HashSet<(HttpStatusCode, HttpStatusCode, string)>();
        foreach (var token in new[] { "x", "x.y", $"{organization.Id:n}.wrong", $"{organization.Id:n}.revoked", $"{organization.Id:n}.expired", $"{other.Id:n}.{Secret}", $"{Guid.NewGuid():n}.{Secret}", $"{organization.Id:n}.{Secret}x", new string('a', 5_000) })
        {
            using var browser = app.Browser();
            var entered = await browser.OpenAsync($"/papers/{token}");
            Assert.Equal("/your-documents", entered.Location);
            var page = await browser.OpenAsync("/your-documents");
            shapes.Add((entered.Status, page.Status, page.Shape));
        }
        var shape = Assert.Single(shapes);
        Assert.Equal(HttpStatusCode.NotFound, shape.Item2);

        using var right = app.Browser();
        await right.OpenAsync($"/papers/{organization.Id:n}.{Secret}");
        Assert.Equal(HttpStatusCode.OK, (await right.OpenAsync("/your-documents")).Status);
    }

    [Fact]
    public async Task The_borrower_sees_their_list_in_the_lenders_name_and_nothing_else_of_the_loan()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var loan = await LoanAsync(organization);
        await AskAsync(organization, await LoanAsync(organization, "Somebody Else"), "Secret of another");
        await AskAsync(organization, loan, "Title commitment", fromBorrower: false);
        await LinkAsync(organization, loan, Secret);
        using var browser = await EnteredAsync(app, organization);

        var response = await browser.GetAsync("/your-documents");
        var html = await response.Content.ReadAsStringAsync(Ct);

        Assert.Contains("Test Lending", html, StringComparison.Ordinal);
        Assert.Contains("Pay stubs", html, StringComparison.Ordinal);
        foreach (var hidden in new[] { "409", "512,000", "Alder Court", "Whitlock", "T-0001", "Secret of another", "Title commitment", Secret, loan.ToString() }) Assert.DoesNotContain(hidden, html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", response.Headers.GetValues("X-Robots-Tag"));
    }

    [Fact]
    public async Task Without_a_script_a_form_sends_the_file_and_what_is_refused_is_said_on_the_page()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var loan = await LoanAsync(organization);
        var request = await RequestAsync(organization, loan);
        await LinkAsync(organization, loan, Secret);
        using var browser = await EnteredAsync(app, organization);

        var refused = await SendFormAsync(browser, request, "evil.svg", "<svg onload='alert(1)'/>"u8.ToArray());
        var page = await browser.OpenAsync(refused);
        Assert.Contains("This is not a kind of file we take.", page.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("sent=", await SendFormAsync(browser, request, "stub.jpg", Specimen.PhonePhoto()), StringComparison.Ordinal);
        var document = await organization.SaveAsync(unit => unit.Db.LoanDocuments.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((loan, request, "stub.jpg", Guid.Empty), (document.LoanId, document.RequestId, document.FileName, document.SentBy));
        Assert.NotNull(document.LinkId);
        Assert.Contains("location", document.Removed);
        Assert.Contains("Being checked", (await browser.OpenAsync("/your-documents")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_forms_own_token_nothing_is_taken()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var loan = await LoanAsync(organization);
        var request = await RequestAsync(organization, loan);
        await LinkAsync(organization, loan, Secret);
        using var browser = await EnteredAsync(app, organization);

        using var post = new HttpRequestMessage(HttpMethod.Post, $"/your-documents/{request}/uploads") { Content = JsonContent.Create(new { name = "a.pdf", size = 10 }) };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(post)).StatusCode);
        using var form = new HttpRequestMessage(HttpMethod.Post, $"/your-documents/{request}/file") { Content = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.pdf" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(form)).StatusCode);
    }

    [Fact]
    public async Task Items_of_another_loan_and_of_others_than_the_borrower_are_out_of_reach()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var loan = await LoanAsync(organization);
        var mine = await RequestAsync(organization, loan);
        var foreign = await RequestAsync(organization, await LoanAsync(organization, "Somebody Else"));
        var title = await AskAsync(organization, loan, "Title commitment", fromBorrower: false);
        await LinkAsync(organization, loan, Secret);
        using var browser = await EnteredAsync(app, organization);

        foreach (var request in new[] { foreign, title, Guid.NewGuid() }) Assert.Equal(HttpStatusCode.NotFound, (await BeginAsync(browser, request, 10)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await BeginAsync(browser, mine, 10)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PieceAsync(browser, Guid.NewGuid(), 0, [1])).StatusCode);
    }

    [Fact]
    public async Task An_upload_goes_on_after_a_break_and_ends_with_the_link_that_is_revoked()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var loan = await LoanAsync(organization);
        var request = await RequestAsync(organization, loan);
        await LinkAsync(organization, loan, Secret);
        using var browser = await EnteredAsync(app, organization);
        var bytes = Specimen.Pdf();

        var id = (await JsonAsync(await BeginAsync(browser, request, bytes.Length))).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await PieceAsync(browser, id, 0, bytes[..200])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PieceAsync(browser, id, 100, bytes[100..])).StatusCode);
        Assert.Equal(200, (await JsonAsync(await BeginAsync(browser, request, bytes.Length))).GetProperty("offset").GetInt64());
        Assert.True((await JsonAsync(await PieceAsync(browser, id, 200, bytes[200..]))).GetProperty("isKept").GetBoolean());

        var token = await TokenAsync(browser);   // of a page that is still open when the link is revoked
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.BorrowerLinks.SingleAsync(Ct)).Revoke(Guid.Empty, unit.At);
            return true;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await BeginAsync(browser, request, 11, token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/your-documents")).Status);
    }

    [Fact]
    public async Task One_address_tries_links_only_so_often()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture, with: services => services.Replace(ServiceDescriptor.Singleton(new SecurityLimits { LinksPerMinute = 3 })));
        using var browser = app.Browser();

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/papers/x")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.OpenAsync("/papers/x")).Status);
    }

    [Fact]
    public async Task A_file_is_served_so_that_nothing_in_it_can_act_and_what_acts_is_not_shown_at_all()
    {
        var (fixture, organization, app) = await StartAsync();
        await using var _ = app;
        var ana = await Person.InAsync(organization, fixture);
        var loan = await LoanAsync(organization, officer: ana.Member);
        var request = await RequestAsync(organization, loan);
        await LinkAsync(organization, loan, Secret);
        using (var borrower = await EnteredAsync(app, organization))
        {
            await SendFormAsync(borrower, request, "stub.html.pdf", Specimen.Pdf());
            await SendFormAsync(borrower, request, "acts.pdf", Specimen.Pdf(catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"));
        }
        var files = await organization.SaveAsync(unit => unit.Db.LoanDocuments.AsNoTracking().OrderBy(file => file.SentAt).ToListAsync(Ct));
        using var browser = app.Browser();
        await organization.MakeDemoAsync(fixture);
        await browser.SignInAsync(ana.Email, Person.Password);

        var download = await browser.GetAsync($"/loans/{loan}/files/{files[0].Id}");
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        var shown = await browser.GetAsync($"/loans/{loan}/files/{files[0].Id}/preview");
        Assert.Equal("application/pdf", shown.Content.Headers.ContentType!.MediaType);
        foreach (var answer in new[] { download, shown })
        {
            Assert.EndsWith("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/loans/{loan}/files/{files[1].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/loans/{loan}/files/{files[1].Id}/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/loans/{Guid.NewGuid()}/files/{files[0].Id}")).StatusCode);
    }

    [Fact]
    public async Task A_mail_leaves_once_with_all_changes_and_a_link_that_opens_and_what_it_said_is_kept()
    {
        var (_, organization, app) = await StartAsync();
        await using var _ = app;
        var loan = await LoanAsync(organization);
        await AskAsync(organization, loan, "W-2");
        await organization.SaveAsync(async unit =>
        {
            var contact = new Contact("Marisol", "Whitlock");
            contact.ReachBy("marisol.link@example.com", null);
            unit.Db.Contacts.Add(contact);
            (await unit.Db.Loans.SingleAsync(one => one.Id == loan, Ct)).AddParty(contact.Id, contact.Name, LoanPartyRole.Borrower);
            return true;
        });
        await AsSystemAsync<OutboxDispatcher>(app, organization, dispatcher => dispatcher.DispatchAsync(Ct));
        app.Clock.Advance(TimeSpan.FromHours(14));   // past the gathering, and past the quiet hours wherever the day stands
        var waited = 0;
        while (waited++ < 24 && await organization.SaveAsync(unit => unit.Db.BorrowerNotices.AnyAsync(notice => notice.Status == NoticeStatus.Planned, Ct)))
        {
            await AsSystemAsync<SendDueNotices>(app, organization, notices => notices.RunAsync(Ct));
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
        await AsSystemAsync<SendDueNotices>(app, organization, notices => notices.RunAsync(Ct));

        var mail = Assert.Single(app.Mails.Latest().Select(sunk => sunk.Mail), mail => mail.To == "marisol.link@example.com");
        Assert.Equal("Test Lending: we need 2 documents from you", mail.Subject);
        Assert.Contains("Pay stubs", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("409", mail.Text.Replace(Link(mail), "", StringComparison.Ordinal), StringComparison.Ordinal);
        var notice = await organization.SaveAsync(unit => unit.Db.BorrowerNotices.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((NoticeStatus.Sent, 2, "marisol.link@example.com"), (notice.Status, notice.Documents, notice.SentTo));
        Assert.DoesNotContain("/papers/", notice.Text, StringComparison.Ordinal);

        using var browser = app.Browser();
        await browser.OpenAsync(new Uri(Link(mail)).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/your-documents")).Status);
    }

    private static string Link(Mail mail) => mail.Text.Split('\n').Single(line => line.Contains("/papers/", StringComparison.Ordinal)).Trim();

    private static async Task<(CrmFixture, TestOrganization, AccessApp)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture), await AccessApp.StartAsync(fixture));
    }

    private static async Task<Guid> LoanAsync(TestOrganization organization, string borrower = "Marisol Whitlock", TestMember? officer = null)
    {
        var loan = await organization.LoanAsync(Milestone.Processing, officer, borrower, with: one => one.SendEstimate(new DateOnly(2026, 1, 5)));
        await AskAsync(organization, loan, "Pay stubs");
        return loan;
    }

    private static Task<Guid> AskAsync(TestOrganization organization, Guid loan, string name, bool fromBorrower = true) => organization.SaveAsync(unit =>
    {
        var asked = DocumentRequest.Ask(loan, new DocumentNeed(name, null, Verifies: false, IsRequired: true, fromBorrower, null, null), estimateSent: true, 1, Guid.Empty, unit.At).Value!;
        unit.Db.DocumentRequests.Add(asked);
        return Task.FromResult(asked.Id);
    });

    private static Task<Guid> RequestAsync(TestOrganization organization, Guid loan) => organization.SaveAsync(unit => unit.Db.DocumentRequests.Where(one => one.LoanId == loan).Select(one => one.Id).FirstAsync(Ct));

    private static Task LinkAsync(TestOrganization organization, Guid loan, string secret, bool revoke = false, DateTimeOffset? at = null) => organization.SaveAsync(unit =>
    {
        var link = new BorrowerLink(loan, secret, null, Guid.Empty, at ?? unit.At);
        if (revoke) link.Revoke(Guid.Empty, unit.At);
        unit.Db.BorrowerLinks.Add(link);
    });

    private static async Task<PlainBrowser> EnteredAsync(AccessApp app, TestOrganization organization)
    {
        var browser = app.Browser();
        await browser.OpenAsync($"/papers/{organization.Id:n}.{Secret}");
        return browser;
    }

    private static async Task<string> TokenAsync(PlainBrowser browser) => (await browser.OpenAsync("/your-documents")).Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "none";

    private static async Task<string> SendFormAsync(PlainBrowser browser, Guid request, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(browser)), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "file", name } };
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/your-documents/{request}/file") { Content = form };
        return (await browser.SendAsync(post)).Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> BeginAsync(PlainBrowser browser, Guid request, long size, string? token = null)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/your-documents/{request}/uploads") { Content = JsonContent.Create(new { name = "stub.pdf", size, stamp = "1" }) };
        post.Headers.Add("RequestVerificationToken", token ?? await TokenAsync(browser));
        return await browser.SendAsync(post);
    }

    private static async Task<HttpResponseMessage> PieceAsync(PlainBrowser browser, Guid upload, long at, byte[] piece)
    {
        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/your-documents/uploads/{upload}") { Content = new ByteArrayContent(piece) };
        patch.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        patch.Headers.Add("Upload-Offset", $"{at}");
        patch.Headers.Add("RequestVerificationToken", await TokenAsync(browser));
        return await browser.SendAsync(patch);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonElement>(Ct))!;

    private static async Task AsSystemAsync<T>(AccessApp app, TestOrganization organization, Func<T, Task> run)
        where T : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, "America/New_York");
        await run(scope.ServiceProvider.GetRequiredService<T>());
    }
}
