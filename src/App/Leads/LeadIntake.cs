using CrmStudio.App.Contacts;
using CrmStudio.App.Leads.Scoring;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads;

/// <summary>
/// Takes somebody who reaches out into a unit of work, whichever way they came: recognises the person, opens a lead, or adds to the one that is open.
/// It is scored in the same save; routing follows as a reaction to what is raised here.
/// </summary>
public static class LeadIntake
{
    /// <summary>What became of an inquiry.</summary>
    /// <param name="Lead">The lead.</param>
    /// <param name="Contact">The person.</param>
    /// <param name="IsNewPerson">Whether the person was not known before.</param>
    /// <param name="IsNewLead">Whether there was no open lead before.</param>
    public sealed record Received(Lead Lead, Contact Contact, bool IsNewPerson, bool IsNewLead);

    /// <summary>Receives an inquiry; the caller saves. Two at once of one person: the second save breaks the rule of one open lead a person and is tried again by its caller.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="inquiry">Who.</param>
    /// <param name="origin">Where from.</param>
    /// <param name="wish">What for.</param>
    /// <param name="by">Who entered it; null when the person did themselves.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Outcome<Received>> ReceiveAsync(this CrmUnit unit, Inquiry inquiry, LeadOrigin origin, LeadWish wish, Guid? by, CancellationToken ct)
    {
        var known = await unit.RecogniseAsync(inquiry, ct);
        var contact = known ?? new Contact("", "");
        if (known is null)
        {
            if (contact.Know(inquiry.Facts()) is { IsDone: false } unknowable) return unknowable.Refusal;
            unit.Db.Contacts.Add(contact);
        }
        else
        {
            var open = await unit.Db.Leads.SingleOrDefaultAsync(lead => lead.ContactId == known.Id && lead.EndedAt == null, ct);
            if (open is not null)
            {
                open.AskAgain(wish, unit.At);
                Note(unit, open, $"Asked again by {origin.Trimmed().Source}{Said(wish)}", by);
                await unit.ScoreAsync([open], ct);
                return new Received(open, known, false, false);
            }
        }

        var received = Lead.Receive(contact, origin, wish, by, unit.At);
        if (received.Value is not { } lead) return received.Refusal!;
        unit.Db.Leads.Add(lead);
        Note(unit, lead, $"Came by {lead.Source}{(lead.SourceDetail is null ? null : $" ({lead.SourceDetail})")}{Said(wish)}", by);
        await unit.ScoreAsync([lead], ct);
        return new Received(lead, contact, known is null, true);
    }

    private static string? Said(LeadWish wish) => string.IsNullOrWhiteSpace(wish.Message) ? null : $": “{wish.Message.Trim()}”";

    private static void Note(CrmUnit unit, Lead lead, string text, Guid? by) =>
        unit.Db.Activities.Add(new Activity(LeadTables.Leads, lead.Id, ActivityKind.System, text, by, unit.At));
}
