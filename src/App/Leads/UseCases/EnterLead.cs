using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Enters a lead by hand. Who is known is recognised; who is an open lead already asks again.</summary>
public sealed class EnterLead(CrmWork work, CurrentMember me)
{
    /// <param name="Person">Who.</param>
    /// <param name="Origin">Where from.</param>
    /// <param name="Wish">What for. An amount of who sees none is not kept.</param>
    /// <param name="Whose">Who works it first.</param>
    /// <param name="PondId">The pond it waits in, for <see cref="LeadWhose.Pond"/>.</param>
    public sealed record Input(Inquiry Person, LeadOrigin Origin, LeadWish Wish, LeadWhose Whose, Guid? PondId = null);

    /// <param name="LeadId">The lead.</param>
    /// <param name="IsNew">Whether it is a new one.</param>
    /// <param name="Changed">For the toast's Undo.</param>
    public sealed record Entered(Guid LeadId, bool IsNew, Changed Changed);

    public async Task<Outcome<Entered>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.enter", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        var person = input.Person;
        if (string.IsNullOrWhiteSpace(person.FirstName) && string.IsNullOrWhiteSpace(person.LastName)) return ContactRefusals.Nameless;
        if (string.IsNullOrWhiteSpace(person.Email) && string.IsNullOrWhiteSpace(person.Phone)) return LeadRefusals.Unreachable;

        var received = await unit.ReceiveAsync(person, input.Origin, me.SeesLeadAmounts() ? input.Wish : input.Wish with { Amount = null }, me.Id, ct);
        if (received.Value is not { } got) return received.Refusal!;
        if (got.IsNewLead && await PlaceAsync(unit, got.Lead, input, ct) is { IsDone: false } misplaced) return misplaced.Refusal;

        var done = await unit.DoneAsync(got.IsNewLead ? $"Entered {got.Lead.Name}" : $"{got.Lead.Name} is an open lead already: what you wrote was added to it", ct, rule => rule == OpenContact ? LeadRefusals.OpenAlready(got.Lead.Name) : null);
        return done.IsDone ? new Entered(got.Lead.Id, got.IsNewLead, done.Value) : done.Refusal;
    }

    private const string OpenContact = "ix_leads_open_contact";

    private async Task<Outcome> PlaceAsync(CrmUnit unit, Lead lead, Input input, CancellationToken ct)
    {
        if (input.Whose == LeadWhose.ByRules) return Outcome.Done;
        if (input.Whose == LeadWhose.Mine)
        {
            lead.AssignTo(me.Id, unit.At);
            unit.NoteAssigned(lead, AssignmentKind.Given);
            return Outcome.Done;
        }
        if (!await unit.Db.PondsOf(me).AnyAsync(pond => pond.Id == input.PondId, ct)) return Refusal.NotFound;
        lead.WaitIn(input.PondId!.Value, claimBy: null);
        unit.NoteAssigned(lead, AssignmentKind.Ponded);
        return Outcome.Done;
    }
}

/// <summary>Who works a lead first that is entered by hand.</summary>
public enum LeadWhose
{
    /// <summary>Who enters it.</summary>
    Mine,

    /// <summary>Whom the rules choose.</summary>
    ByRules,

    /// <summary>Whoever claims it from a pond.</summary>
    Pond,
}
