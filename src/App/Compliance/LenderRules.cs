using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using OfficeCalendar = CrmStudio.Domain.Compliance.Calendars.OfficeDays;

namespace CrmStudio.App.Compliance;

/// <summary>The rules as the present organization counts them: with its own office days.</summary>
public sealed class LenderRules(RuleBooks books)
{
    public async Task<RuleDates> ReadAsync(CrmUnit unit, CancellationToken ct)
    {
        var book = await books.ReadAsync(unit, ct);
        var lender = await ProfileAsync(unit, ct);
        var exceptions = await unit.Db.OfficeDays.AsNoTracking().ToListAsync(ct);
        return new RuleDates(book, new OfficeCalendar(lender, exceptions, book.Holidays));
    }

    /// <summary>What the lender said of itself; what most lenders are, until it did.</summary>
    public static async Task<LenderProfile> ProfileAsync(CrmUnit unit, CancellationToken ct) =>
        await unit.Db.LenderProfiles.AsNoTracking().FirstOrDefaultAsync(ct) ?? LenderProfile.Usual();
}
