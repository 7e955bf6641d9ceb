using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CrmStudio.App.Leads.Forms;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.Forms;

/// <summary>A form as the web meets it: over HTTP, with nothing but its address.</summary>
public sealed class LeadCaptureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_the_form_is_not_for_is_refused_and_nothing_is_kept()
    {
        await using var app = await FormApp.StartAsync();

        foreach (var origin in (string[])["https://evil.example", "null", "http://www.harborline.example", "https://www.harborline.example.evil.example"])
        {
            using var answer = await app.SendAsync(JsonContent.Create(FormApp.Fields()), origin);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
        using var asked = await app.SendAsync(new StringContent(""), "https://evil.example", method: HttpMethod.Options);
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        Assert.Equal(0, await app.CountAsync());
    }

    [Fact]
    public async Task A_site_it_is_for_hears_so_and_the_person_becomes_a_lead_with_the_consent_that_was_shown()
    {
        await using var app = await FormApp.StartAsync();
        using var asked = await app.SendAsync(new StringContent(""), FormApp.Site, method: HttpMethod.Options);
        Assert.Equal(FormApp.Site, asked.Headers.GetValues("Access-Control-Allow-Origin").Single());

        var sent = FormApp.Fields().ToDictionary(field => field.Key, field => (object)field.Value);
        sent["consents"] = new[] { "Email.Marketing", "Call.Marketing" };   // the second was never shown
        using var answer = await app.SendAsync(JsonContent.Create(sent), FormApp.Site);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(FormApp.Site, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        await app.SettledAsync();
        var (lead, contact, consents) = await app.Organization.SaveAsync(async unit => (await unit.Db.Leads.SingleAsync(Ct), await unit.Db.Contacts.SingleAsync(Ct), await unit.Db.Consents.ToListAsync(Ct)));
        Assert.Equal(("Jordan Marsh", LeadSources.Web, "Website contact", "newsletter", 410_000m, "ME", LeadInterest.Purchase), (lead.Name, lead.Source, lead.SourceDetail, lead.UtmSource, lead.Amount, lead.PropertyState, lead.Interest));
        Assert.Equal("jordan@example.com", contact.Email);
        var consent = Assert.Single(consents);
        Assert.Equal((ConsentChannel.Email, ConsentMethod.WebForm, "You may send me offers by e-mail.", (Guid?)null), (consent.Channel, consent.Method, consent.Shown, consent.RecordedBy));
        Assert.Contains("Website contact", consent.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_of_500_loses_none()
    {
        await using var app = await FormApp.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(async number =>
        {
            using var answer = await app.SendAsync(JsonContent.Create(FormApp.Fields($"person{number}@example.com", $"P{number}")));
            return answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Accepted, status));
        Assert.Equal(500, await app.CountAsync());
    }

    [Fact]
    public async Task The_same_request_twice_is_one_lead_and_other_words_under_its_key_are_refused()
    {
        await using var app = await FormApp.StartAsync();

        var ids = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await app.SendAsync(JsonContent.Create(FormApp.Fields()), key: "order-17");
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            ids.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid());
        }
        using var other = await app.SendAsync(JsonContent.Create(FormApp.Fields("other@example.com")), key: "order-17");

        Assert.Single(ids.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        await app.SettledAsync();
        Assert.Equal((1, 1), await app.Organization.SaveAsync(async unit => (await unit.Db.LeadCaptures.CountAsync(Ct), await unit.Db.Leads.SumAsync(lead => lead.Inquiries, Ct))));
    }

    [Fact]
    public async Task What_a_program_fills_in_is_answered_like_any_other_and_dropped()
    {
        await using var app = await FormApp.StartAsync();
        using (var trapped = await app.SendAsync(JsonContent.Create(new Dictionary<string, string>(FormApp.Fields()) { [CaptureReader.Honeypot] = "https://spam.example" }))) Assert.Equal(HttpStatusCode.Accepted, trapped.StatusCode);

        var (mark, _) = await MarksAsync(app);
        foreach (var drawn in (string[])[mark, "made-up"])
        {
            using var hasty = await app.SendAsync(new FormUrlEncodedContent(new Dictionary<string, string>(FormApp.Fields()) { [CaptureReader.Drawn] = drawn }));
            Assert.Equal(HttpStatusCode.Accepted, hasty.StatusCode);
        }
        Assert.Equal(0, await app.CountAsync());
    }

    [Fact]
    public async Task The_page_works_without_a_script_and_pressed_twice_it_is_one_request()
    {
        await using var app = await FormApp.StartAsync();
        var (mark, key) = await MarksAsync(app);
        app.App.Clock.Advance(TimeSpan.FromSeconds(20));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await app.SendAsync(new FormUrlEncodedContent(new Dictionary<string, string>(FormApp.Fields()) { ["drawn"] = mark, ["key"] = key, ["consent"] = "Email.Marketing" }), app.App.Url.GetLeftPart(UriPartial.Authority), accept: "text/html");
            Assert.Equal((HttpStatusCode.SeeOther, app.Address + "?sent=1"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }
        Assert.Equal(1, await app.CountAsync());
        var thanks = await app.Http.GetStringAsync(new Uri(app.Address + "?sent=1", UriKind.Relative), Ct);
        Assert.Contains("Thank you.", thanks, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_field_is_named_and_nothing_typed_is_lost()
    {
        await using var app = await FormApp.StartAsync();
        var fields = new Dictionary<string, string>(FormApp.Fields()) { ["email"] = "not an address", ["message"] = "Call after five" };

        using var page = await app.SendAsync(new FormUrlEncodedContent(fields), accept: "text/html");
        var html = await page.Content.ReadAsStringAsync(Ct);
        using var json = await app.SendAsync(JsonContent.Create(fields));
        var problem = await json.Content.ReadFromJsonAsync<JsonElement>(Ct);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (page.StatusCode, json.StatusCode));
        Assert.Contains("is not an e-mail address", html, StringComparison.Ordinal);
        Assert.Contains("Call after five", html, StringComparison.Ordinal);
        Assert.Contains("not an e-mail", problem.GetProperty("errors").GetProperty("email")[0].GetString(), StringComparison.Ordinal);
        using var nameless = await app.SendAsync(JsonContent.Create(new Dictionary<string, string> { ["email"] = "a@example.com" }));
        using var unreachable = await app.SendAsync(JsonContent.Create(new Dictionary<string, string> { ["name"] = "Jordan Marsh" }));
        using var unreadable = await app.SendAsync(JsonContent.Create(new[] { 1 }));
        Assert.All([nameless, unreachable, unreadable], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(0, await app.CountAsync());
    }

    [Fact]
    public async Task Only_the_sites_of_the_form_may_show_its_page()
    {
        await using var app = await FormApp.StartAsync();

        using var page = await app.Http.GetAsync(new Uri(app.Address, UriKind.Relative), Ct);

        Assert.Contains($"frame-ancestors 'self' {FormApp.Site}", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task A_form_that_is_off_unknown_or_another_organizations_opens_nothing()
    {
        await using var app = await FormApp.StartAsync();
        await app.Organization.SaveAsync(async unit =>
        {
            (await unit.Db.LeadForms.SingleAsync(Ct)).Turn(on: false);
            return true;
        });

        foreach (var address in (string[])[app.Address, $"/f/{app.Organization.Id:n}.wrong", $"/f/{Guid.NewGuid():n}.{app.Form.Key}", "/f/x"])
        {
            using var page = await app.Http.GetAsync(new Uri(address, UriKind.Relative), Ct);
            using var sent = await app.Http.PostAsync(new Uri(address, UriKind.Relative), JsonContent.Create(FormApp.Fields()), Ct);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, sent.StatusCode));
            Assert.Equal(FormRefusals.Closed.Message, await sent.Content.ReadAsStringAsync(Ct));
        }
    }

    [Fact]
    public async Task One_address_sends_so_much_to_one_form_and_too_long_a_request_is_refused()
    {
        await using var app = await FormApp.StartAsync(perMinute: 3);
        using var large = await app.SendAsync(JsonContent.Create(new Dictionary<string, string>(FormApp.Fields()) { ["message"] = new string('x', SentForm.MaxBytes) }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);

        foreach (var number in Enumerable.Range(0, 2))
        {
            using var fine = await app.SendAsync(JsonContent.Create(FormApp.Fields($"p{number}@example.com")));
            Assert.Equal(HttpStatusCode.Accepted, fine.StatusCode);
        }
        using var flood = await app.SendAsync(JsonContent.Create(FormApp.Fields("p9@example.com")));
        Assert.Equal(HttpStatusCode.TooManyRequests, flood.StatusCode);
        Assert.True(flood.Headers.Contains("Retry-After"));
    }

    [Fact]
    public async Task One_that_cannot_become_a_lead_is_kept_with_the_reason_and_holds_up_no_other()
    {
        await using var app = await FormApp.StartAsync();
        var broken = new LeadCapture(app.Form, new CapturedInquiry(null, null, "a@example.com", null, null, null, null, null, null, null, null, null, null, null), [], "k", "h", TimeProvider.System.GetUtcNow());
        await app.Organization.SaveAsync(unit => unit.Db.LeadCaptures.Add(broken));

        using var fine = await app.SendAsync(JsonContent.Create(FormApp.Fields()));
        for (var tried = 0; tried < LeadCapture.MostAttempts; tried++) await app.ProcessAfterAsync(TimeSpan.FromMinutes(5));
        await app.SettledAsync();

        var kept = await app.Organization.SaveAsync(unit => unit.Db.LeadCaptures.AsNoTracking().SingleAsync(capture => capture.Id == broken.Id, Ct));
        Assert.Equal((ContactRefusals.Nameless.Message, null, LeadCapture.MostAttempts), (kept.Problem, kept.ProcessedAt, kept.Attempts));
        Assert.Equal(1, await app.Organization.SaveAsync(unit => unit.Db.Leads.CountAsync(Ct)));
    }

    private static async Task<(string Mark, string Key)> MarksAsync(FormApp app)
    {
        var page = await Access.Harness.PlainBrowser.ReadAsync(await app.Http.GetAsync(new Uri(app.Address, UriKind.Relative), Ct));
        string Of(string name) => page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        return (Of(CaptureReader.Drawn), Of("key"));
    }
}
