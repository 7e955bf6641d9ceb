using CrmStudio.App.Leads.Scoring;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Logs a call, a message, a meeting or a note on a lead. It counts as an attempt or a contact, and stops the clock of the first answer.</summary>
public sealed class LogTouch(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LeadId, Touch Touch);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        var touch = input.Touch;
        if (touch.Kind == ActivityKind.System) return Refusal.Invalid(nameof(touch.Kind), "Only the system writes system lines.");

        await using var unit = await work.BeginAsync("leads.touch", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        var read = await unit.Db.LeadsOf(me, LeadPermissions.Work).Where(lead => lead.Id == input.LeadId)
            .Join(unit.Db.Contacts, lead => lead.ContactId, contact => contact.Id, (Lead, Contact) => new { Lead, Contact }).SingleOrDefaultAsync(ct);
        if (read is null) return Refusal.NotFound;
        if (!read.Lead.IsOpen) return LeadRefusals.HasEnded;
        var line = Activity.Of(LeadTables.Leads, read.Lead.Id, touch, me.Id, unit.At);
        if (line.Value is not { } activity) return line.Refusal!;

        unit.Db.Activities.Add(activity);
        read.Lead.Work(touch, unit.At);
        if (touch.IsContact || touch.Kind is ActivityKind.Email or ActivityKind.Sms) read.Contact.Touched(unit.At);
        await unit.ScoreAsync([read.Lead], ct);
        return await unit.DoneAsync($"{LeadWords.Logged(touch.Kind)} {read.Lead.Name}", ct);
    }
}
