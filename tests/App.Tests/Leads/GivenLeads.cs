using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads;

/// <summary>Words to fill an organization with leads.</summary>
internal static class GivenLeads
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Guid> PondAsync(this TestOrganization organization, string name = "Maine", Guid? teamId = null) => organization.SaveAsync(unit =>
    {
        var pond = LeadPond.Dig(name, teamId).Value!;
        unit.Db.LeadPonds.Add(pond);
        return Task.FromResult(pond.Id);
    });

    /// <summary>A lead of a member, in a pond, or of nobody.</summary>
    public static Task<Guid> LeadAsync(this TestOrganization organization, TestMember? of = null, Guid? pond = null, string name = "Dorian Achebe", Action<Lead, Contact, DateTimeOffset>? with = null) => organization.SaveAsync(unit =>
    {
        var contact = new Contact(name.Split(' ')[0], name.Split(' ')[^1]);
        contact.Know(new ContactFacts(contact.FirstName, contact.LastName, $"{name.Replace(' ', '.').ToLowerInvariant()}@example.com", "(555) 555-0142", ContactKind.Prospect));
        var lead = Lead.Receive(contact, new LeadOrigin("Web", "/first-home"), new LeadWish(LeadInterest.Purchase, LeadTimeline.Now, 480_000m, "ME", "Can someone call me?"), null, unit.At.AddMinutes(-5)).Value!;
        unit.Db.Contacts.Add(contact);
        unit.Db.Leads.Add(lead);
        if (of is not null) lead.AssignTo(of.Id, unit.At);
        if (pond is { } waits)
        {
            lead.WaitIn(waits, null);
            unit.Db.LeadAssignments.Add(new LeadAssignment(lead.Id, AssignmentKind.Ponded, null, waits, null, unit.At));
        }
        with?.Invoke(lead, contact, unit.At);
        return Task.FromResult(lead.Id);
    });

    public static Task<Lead> ReadLeadAsync(this TestOrganization organization, Guid leadId) => organization.SaveAsync(unit => unit.Db.Leads.AsNoTracking().SingleAsync(lead => lead.Id == leadId, Ct));

    /// <summary>Runs a verb or reads a query as a member.</summary>
    public static async Task<TAnswer> RunAsync<TVerb, TAnswer>(this CrmFixture fixture, TestMember member, Func<TVerb, Task<TAnswer>> run)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    public static Task<Outcome<string>> UndoAsync(this CrmFixture fixture, TestMember member, Guid? undoId) => fixture.RunAsync<UndoChange, Outcome<string>>(member, undo => undo.RunAsync(new(undoId), Ct));
}
