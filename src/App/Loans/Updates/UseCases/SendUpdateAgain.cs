using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.UseCases;

/// <summary>Sends an update that did not get through once more, to the address the person has now.</summary>
public sealed class SendUpdateAgain(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid UpdateId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.send-again", UpdatePermissions.Send, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, UpdatePermissions.Send);
        var update = await unit.Db.LoanUpdates.SingleOrDefaultAsync(u => u.Id == input.UpdateId && loans.Any(loan => loan.Id == u.LoanId), ct);
        if (update is null) return Refusal.NotFound;
        var contact = await unit.Db.Contacts.AsNoTracking().SingleAsync(c => c.Id == update.ContactId, ct);
        if (contact.Email is not { } address) return UpdateRefusals.NoAddress(contact.Name);
        if (update.SendAgain(address, unit.At) is { IsDone: false } wrong) return wrong;
        return await unit.SaveAsync(ct);
    }
}
