using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Reactions;

/// <summary>Tells everybody who may decide on an override that one was asked for; not who asked.</summary>
public sealed class TellComplianceWhenOverrideRequested : IReaction<OverrideRequested>
{
    public async Task RunAsync(OverrideRequested happened, CrmUnit unit, CancellationToken ct)
    {
        if (happened.EntityType != LoanTables.Loans) return;

        var db = unit.Db;
        var permission = CompliancePermissions.DecideOverrides.Name;
        var deciders = await db.Members.Where(member => member.Status == MemberStatus.Active && member.Id != happened.By
                && db.MemberRoles.Any(held => held.MemberId == member.Id && db.Set<RolePermission>().Any(grant => grant.RoleId == held.RoleId && grant.Permission == permission)))
            .Select(member => member.Id).ToListAsync(ct);
        var who = await db.Members.Where(member => member.Id == happened.By).Select(member => member.FirstName + " " + member.LastName).SingleOrDefaultAsync(ct) ?? "CrmStudio";
        foreach (var decider in deciders)
            db.Notifications.Add(new Notification(decider, $"{who} asks to set a rule aside for {happened.RecordName}: {happened.Rule}", LoanUrls.For(happened.EntityId, ClockTabs.Clocks), happened.At));
    }
}
