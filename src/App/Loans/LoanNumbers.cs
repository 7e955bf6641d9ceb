using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans;

/// <summary>Numbers of loans that bring none: the lender's initials, the year, a running number, such as HL-26-0412.</summary>
internal static class LoanNumbers
{
    public static async Task<string> NextAsync(CrmUnit unit, CurrentMember me, CancellationToken ct)
    {
        var prefix = string.Concat(me.Authority.OrgName.Split(' ').Select(word => word[0])).ToUpperInvariant() + $"-{me.DayOf(unit.At).Year % 100:00}-";
        var last = await unit.Db.Loans.Where(loan => loan.Number.StartsWith(prefix) && loan.Number.Length == prefix.Length + 4)
            .OrderByDescending(loan => loan.Number).Select(loan => loan.Number).FirstOrDefaultAsync(ct);
        var next = last is not null && int.TryParse(last[prefix.Length..], out var number) ? number + 1 : 1;
        return $"{prefix}{next:0000}";
    }
}
