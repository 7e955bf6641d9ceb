using System.Net;
using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Access.Api;

/// <summary>Leads, people and companies as programs read, enter and change them.</summary>
public sealed class ApiRecordTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_finds_the_records_of_its_member_and_no_others()
    {
        await using var program = await ApiProgram.StartAsync();
        TestMember ana = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), marc = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (hers, his) = (await LeadAsync(program, ana, "Jordan", "Marsh"), await LeadAsync(program, marc, "Somebody", "Else"));
        var key = await program.KeyAsync(ana);

        Assert.Equal([hers.ToString()], (await program.GetAsync("/leads", key)).Items.Select(lead => lead.GetProperty("id").GetString()));
        Assert.Equal(["Jordan"], (await program.GetAsync("/contacts", key)).Items.Select(contact => contact.GetProperty("firstName").GetString()));
        foreach (var unseen in (Guid[])[his, Guid.NewGuid()])
        {
            var answer = await program.GetAsync($"/leads/{unseen}", key);
            Assert.Equal((HttpStatusCode.NotFound, Refusal.NotFound.Message), (answer.Status, answer["detail"]));
            Assert.Equal(HttpStatusCode.NotFound, (await program.SendAsync(HttpMethod.Patch, $"/leads/{unseen}", key, new { nextStep = "Call" }, ifMatch: "1")).Status);
        }
    }

    [Fact]
    public async Task Amounts_are_hidden_from_a_key_that_was_not_made_for_them()
    {
        await using var program = await ApiProgram.StartAsync();
        var ana = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer);
        var lead = await LeadAsync(program, ana, "Jordan", "Marsh", 410_000m);
        var (blind, sees) = (await program.KeyAsync(ana, "leads.read", "leads.work"), await program.KeyAsync(ana));

        Assert.Equal("410000", decimal.Parse((await program.GetAsync($"/leads/{lead}", sees))["amount"]!, System.Globalization.CultureInfo.InvariantCulture).ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        var read = await program.GetAsync($"/leads/{lead}", blind);
        Assert.DoesNotContain("410000", read.Text + (await program.GetAsync("/leads", blind)).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await program.SendAsync(HttpMethod.Patch, $"/leads/{lead}", blind, new { amount = 1 }, ifMatch: read["version"])).FieldError("amount"));
        Assert.Equal(HttpStatusCode.OK, (await program.SendAsync(HttpMethod.Patch, $"/leads/{lead}", blind, new { nextStep = "Call back" }, ifMatch: read["version"])).Status);
        Assert.Equal(410_000m, await program.Organization.SaveAsync(unit => unit.Db.Leads.Where(one => one.Id == lead).Select(one => one.Amount).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_or_a_repeat()
    {
        await using var program = await ApiProgram.StartAsync();
        var ana = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer);
        var made = new List<Guid>();
        for (var number = 0; number < 7; number++) made.Add(await LeadAsync(program, ana, $"P{number}", "Marsh"));
        var key = await program.KeyAsync(ana);

        var (read, after) = (new List<Guid>(), "");
        do
        {
            var page = await program.GetAsync($"/leads?limit=3&after={after}", key);
            read.AddRange(page.Items.Select(lead => lead.GetProperty("id").GetGuid()));
            after = page["next"];
        }
        while (!string.IsNullOrEmpty(after));

        Assert.Equal(made.Order(), read.Order());
        Assert.Equal(made.Count, read.Count);
        Assert.NotEmpty((await program.GetAsync("/leads?limit=201", key)).FieldError("limit"));
        Assert.NotEmpty((await program.GetAsync("/leads?after=x", key)).FieldError("after"));
    }

    [Fact]
    public async Task A_lead_sent_twice_under_one_key_is_one_and_gets_the_same_answer()
    {
        await using var program = await ApiProgram.StartAsync();
        var key = await program.KeyAsync(await program.Organization.MemberAsync(BuiltInRole.Manager));
        var body = new { firstName = "Jordan", lastName = "Marsh", email = "jordan@example.com", interest = "Purchase", amount = 410000, propertyState = "ME" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.SendAsync(HttpMethod.Post, "/leads", key, body, once: "order-17")));
        var again = await program.SendAsync(HttpMethod.Post, "/leads", key, body, once: "order-17");
        var other = await program.SendAsync(HttpMethod.Post, "/leads", key, new { firstName = "Kim", email = "kim@example.com" }, once: "order-17");

        Assert.All(answers.Append(again), answer => Assert.Equal((HttpStatusCode.Created, again.Text), (answer.Status, answer.Text)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, AccessRefusals.RequestKeyReused.Code), (other.Status, other["type"]));
        var lead = await program.Organization.SaveAsync(unit => unit.Db.Leads.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((1, 410_000m, "API"), (lead.Inquiries, lead.Amount, lead.Source));
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_field()
    {
        await using var program = await ApiProgram.StartAsync();
        var key = await program.KeyAsync(await program.Organization.MemberAsync(BuiltInRole.Manager));
        Task<ApiReply> Enter(object body) => program.SendAsync(HttpMethod.Post, "/leads", key, body);

        Assert.Contains("not an e-mail", (await Enter(new { firstName = "Jo", email = "nope" })).FieldError("email"), StringComparison.Ordinal);
        Assert.NotEmpty((await Enter(new { email = "jo@example.com" })).FieldError("lastName"));
        Assert.NotEmpty((await Enter(new { firstName = "Jo" })).FieldError("email"));
        Assert.NotEmpty((await Enter(new { firstName = "Jo", email = "jo@example.com", interest = "Yacht" })).FieldError("interest"));
        Assert.NotEmpty((await Enter(new { firstName = "Jo", email = "jo@example.com", amount = "much" })).FieldError("amount"));
        Assert.NotEmpty((await Enter(new { firstName = "Jo", email = "jo@example.com", score = 99 })).FieldError("score"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(new[] { 1 })).Status);
        Assert.Equal(0, await program.Organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_change_says_its_version_and_one_made_of_an_older_state_is_refused()
    {
        await using var program = await ApiProgram.StartAsync();
        var ana = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer);
        var lead = await LeadAsync(program, ana, "Jordan", "Marsh");
        var key = await program.KeyAsync(ana);
        var version = (await program.GetAsync($"/leads/{lead}", key))["version"];

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await program.SendAsync(HttpMethod.Patch, $"/leads/{lead}", key, new { nextStep = "Call" })).Status);
        var changed = await program.SendAsync(HttpMethod.Patch, $"/leads/{lead}", key, new { nextStep = "Call", status = "Qualified" }, ifMatch: version);
        var late = await program.SendAsync(HttpMethod.Patch, $"/leads/{lead}", key, new { nextStep = "Write" }, ifMatch: version);

        Assert.Equal((HttpStatusCode.OK, "Call", "Qualified"), (changed.Status, changed["nextStep"], changed["status"]));
        Assert.NotEqual(version, changed["version"]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.SendAsync(HttpMethod.Patch, $"/leads/{lead}", key, new { status = "Lost" }, ifMatch: changed["version"])).Status);
    }

    [Fact]
    public async Task People_and_companies_are_entered_once_and_changed_field_by_field()
    {
        await using var program = await ApiProgram.StartAsync();
        var key = await program.KeyAsync(await program.Organization.MemberAsync(BuiltInRole.Manager));

        var company = await program.SendAsync(HttpMethod.Post, "/companies", key, new { name = "Harbor Realty", domain = "harbor.example", kind = "Brokerage" });
        var person = await program.SendAsync(HttpMethod.Post, "/contacts", key, new { firstName = "Jordan", lastName = "Marsh", email = "jordan@example.com", state = "ME", companyId = company["id"] });
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (company.Status, person.Status));
        Assert.Equal("contacts.known-already", (await program.SendAsync(HttpMethod.Post, "/contacts", key, new { firstName = "Jordan", email = "JORDAN@example.com" }))["type"]);
        Assert.Equal("contacts.company-known-already", (await program.SendAsync(HttpMethod.Post, "/companies", key, new { name = "HARBOR REALTY" }))["type"]);

        var read = await program.GetAsync($"/contacts/{person["id"]}", key);
        var changed = await program.SendAsync(HttpMethod.Patch, $"/contacts/{person["id"]}", key, new { jobTitle = "Nurse", email = (string?)null }, ifMatch: read["version"]);
        Assert.Equal(("Nurse", "", "Jordan", "ME"), (changed["jobTitle"], changed["email"], changed["firstName"], changed["state"]));
        var firm = await program.GetAsync($"/companies/{company["id"]}", key);
        Assert.Equal("207 555 0100", (await program.SendAsync(HttpMethod.Patch, $"/companies/{company["id"]}", key, new { phone = "207 555 0100" }, ifMatch: firm["version"]))["phone"]);
        Assert.Single((await program.GetAsync("/companies", key)).Items);
    }

    [Fact]
    public async Task The_description_names_every_address_and_its_fields()
    {
        await using var program = await ApiProgram.StartAsync();
        using var http = new HttpClient { BaseAddress = program.App.Url };

        var description = JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct)).RootElement;

        var paths = description.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["/api/v1/companies", "/api/v1/companies/{id}", "/api/v1/contacts", "/api/v1/contacts/{id}", "/api/v1/leads", "/api/v1/leads/{id}"], paths);
        Assert.True(description.GetProperty("components").GetProperty("schemas").GetProperty("NewLead").GetProperty("properties").TryGetProperty("propertyState", out _));
    }

    private static Task<Guid> LeadAsync(ApiProgram program, TestMember officer, string first, string last, decimal? amount = null) => program.Organization.SaveAsync(unit =>
    {
        var contact = new Contact(first, last) { OwnerId = officer.Id };
        contact.ReachBy($"{first}.{last}@example.com", null);
        var lead = Lead.Receive(contact, new LeadOrigin(LeadSources.Web), new LeadWish(Amount: amount), null, unit.At).Value!;
        lead.AssignTo(officer.Id, unit.At);
        unit.Db.Contacts.Add(contact);
        unit.Db.Leads.Add(lead);
        return Task.FromResult(lead.Id);
    });
}
