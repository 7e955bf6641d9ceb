using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.Queries;

/// <summary>Who on a loan hears from the lender, and every update that was written.</summary>
public sealed class LoanUpdatesQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Latest updates shown.</summary>
    public const int Most = 100;

    public async Task<Outcome<LoanUpdates>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.read", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        if (!await db.Loans.VisibleTo(me, LoanPermissions.Read).AnyAsync(loan => loan.Id == loanId, ct)) return Refusal.NotFound;
        var maySend = await db.Loans.VisibleTo(me, UpdatePermissions.Send).AnyAsync(loan => loan.Id == loanId, ct);
        var isOn = await db.UpdatePolicies.AnyAsync(policy => policy.IsOn, ct);
        var parties = await db.LoanParties.AsNoTracking().Where(party => party.LoanId == loanId).OrderBy(party => party.Position)
            .Join(db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => new UpdateRecipient(party.Id, contact.FirstName + " " + contact.LastName, party.Role, contact.Email, party.GetsUpdates)).ToListAsync(ct);
        var updates = await db.LoanUpdates.AsNoTracking().Where(update => update.LoanId == loanId).OrderByDescending(update => update.CreatedAt).ThenByDescending(update => update.Id).Take(Most)
            .Select(update => new UpdateLine(
                update.Id, db.Contacts.Where(contact => contact.Id == update.ContactId).Select(contact => contact.FirstName + " " + contact.LastName).First(), update.Address, update.Subject, update.Text,
                update.State, update.CreatedAt, update.DueAt, update.SentAt, update.Answer, db.Members.Where(member => member.Id == update.CancelledBy).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault()))
            .ToListAsync(ct);
        return new LoanUpdates(isOn, maySend, [.. parties.Where(party => LoanParty.AudienceOf(party.Role) is not null)], updates);
    }
}

/// <summary>Updates of a loan.</summary>
/// <param name="IsOn">Whether the organization sends updates at all.</param>
/// <param name="MaySend">Whether this reader may say who gets them, and hold them back.</param>
public sealed record LoanUpdates(bool IsOn, bool MaySend, IReadOnlyList<UpdateRecipient> Recipients, IReadOnlyList<UpdateLine> Updates);

/// <summary>Somebody who can be kept informed.</summary>
public sealed record UpdateRecipient(Guid PartyId, string Name, LoanPartyRole Role, string? Email, bool GetsUpdates);

/// <summary>An update as it was, or will be, sent.</summary>
public sealed record UpdateLine(
    Guid Id, string Name, string Address, string Subject, string Text, UpdateState State, DateTimeOffset WrittenAt, DateTimeOffset? DueAt, DateTimeOffset? SentAt, string? Answer, string? HeldBackBy);
