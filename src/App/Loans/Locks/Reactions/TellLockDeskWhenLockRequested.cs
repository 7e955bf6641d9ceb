using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks.Reactions;

/// <summary>Tells everybody who may lock the rate of this loan that it was asked for; not who asked.</summary>
public sealed class TellLockDeskWhenLockRequested : IReaction<LockRequested>
{
    public async Task RunAsync(LockRequested happened, CrmUnit unit, CancellationToken ct)
    {
        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().Where(one => one.Id == happened.LoanId).Select(one => new { one.BorrowerName, one.OfficerId, one.ProcessorId }).SingleOrDefaultAsync(ct);
        var asked = await db.RateLocks.AsNoTracking().SingleOrDefaultAsync(one => one.Id == happened.LockId, ct);
        // Taken back or answered meanwhile: nothing is asked any more.
        if (loan is null || asked is null || (happened.MoreDays is null ? !asked.IsAsked : asked.MoreDays is null)) return;

        var permission = LockPermissions.Desk.Name;
        var desk = await db.Members.Where(member => member.Status == MemberStatus.Active && member.Id != happened.By)
            .Select(member => new
            {
                member.Id,
                Reach = db.MemberRoles.Where(held => held.MemberId == member.Id).SelectMany(held => db.Set<RolePermission>().Where(grant => grant.RoleId == held.RoleId && grant.Permission == permission).Select(grant => grant.Scope)).ToList(),
            })
            .Where(member => member.Reach.Count > 0).ToListAsync(ct);
        var teams = await db.Teams.AsNoTracking().ToListAsync(ct);
        var places = await db.TeamMembers.AsNoTracking().ToListAsync(ct);
        var who = await db.Members.Where(member => member.Id == happened.By).Select(member => member.FirstName + " " + member.LastName).SingleOrDefaultAsync(ct) ?? "CrmStudio";
        var text = happened.MoreDays is { } days
            ? $"{who} asks for {LockWords.Days(days)} more on the lock of {loan.BorrowerName}"
            : $"{who} asks for a rate lock for {loan.BorrowerName}: {LoanWords.Rate(asked.Rate)}, {LockWords.Days(asked.Days)}";
        foreach (var member in desk.Where(member => Reaches(member.Reach.Max(), TeamTree.SeenBy(member.Id, teams, places), member.Id)))
            db.Notifications.Add(new Notification(member.Id, text, LockUrls.For(happened.LoanId), happened.At));

        bool Reaches(Scope reach, IReadOnlySet<Guid> team, Guid id) => reach switch
        {
            Scope.Organization => true,
            Scope.Team => (loan.OfficerId is { } officer && team.Contains(officer)) || (loan.ProcessorId is { } processor && team.Contains(processor)),
            _ => loan.OfficerId == id || loan.ProcessorId == id,
        };
    }
}
