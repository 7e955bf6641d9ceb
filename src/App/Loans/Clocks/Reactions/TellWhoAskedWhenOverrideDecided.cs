using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Reactions;

/// <summary>Tells who asked for an override what came of it.</summary>
public sealed class TellWhoAskedWhenOverrideDecided : IReaction<OverrideDecided>
{
    public async Task RunAsync(OverrideDecided happened, CrmUnit unit, CancellationToken ct)
    {
        if (happened.EntityType != LoanTables.Loans) return;

        var borrower = await unit.Db.Loans.Where(loan => loan.Id == happened.EntityId).Select(loan => loan.BorrowerName).SingleOrDefaultAsync(ct);
        var who = await unit.Db.Members.Where(member => member.Id == happened.By).Select(member => member.FirstName + " " + member.LastName).SingleOrDefaultAsync(ct) ?? "CrmStudio";
        if (borrower is not null)
            unit.Db.Notifications.Add(new Notification(
                happened.RequestedBy, $"{who} {(happened.IsApproved ? "approved" : "declined")} the override for {borrower}", LoanUrls.For(happened.EntityId, ClockTabs.Clocks), happened.At));
    }
}
