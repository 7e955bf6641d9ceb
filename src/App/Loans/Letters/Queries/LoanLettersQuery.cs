using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Letters.Queries;

/// <summary>The letters of a loan and what they may say. Who sees no amounts sees that there are letters, and not what they say.</summary>
public sealed class LoanLettersQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Days a letter is good for unless somebody says otherwise.</summary>
    public const int UsualDays = 90;

    public async Task<Outcome<LoanLetters>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.letters.read", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, today) = (unit.Db, me.DayOf(unit.At));
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;
        var sees = me.SeesAmounts();
        var writes = sees && await db.Loans.VisibleTo(me, LetterPermissions.Write).AnyAsync(l => l.Id == loanId, ct);
        var limits = await db.LetterLimits.AsNoTracking().SingleOrDefaultAsync(l => l.LoanId == loanId, ct);
        var letters = await db.LoanLetters.AsNoTracking().Where(letter => letter.LoanId == loanId).OrderByDescending(letter => letter.Place).ToListAsync(ct);
        var members = await db.Members.AsNoTracking().Where(member => member.Id == loan.OfficerId || letters.Select(letter => letter.IssuedBy).Contains(member.Id))
            .Select(member => new { member.Id, Name = member.FirstName + " " + member.LastName, member.NmlsId }).ToListAsync(ct);
        var missing = !writes ? null
            : !loan.IsOpen ? LetterRefusals.LoanEnded
            : !await db.Letterheads.AnyAsync(head => head.LegalName != null && head.NmlsId != null && head.Street != null && head.Town != null, ct) ? LetterRefusals.NoLetterhead
            : members.All(member => member.Id != loan.OfficerId || member.NmlsId is null) ? LetterRefusals.NoOriginator
            : null;

        return new LoanLetters(
            sees && limits is not null ? new LetterLimitsLine(limits.MaxPrice, limits.MaxAmount, limits.MaxLtv, limits.Programme, limits.ValidUntil) : null,
            sees ? Suggested(loan, today) : null,
            [.. letters.Select(letter => new LetterLine(
                letter.Id, letter.Place, letter.Number, letter.IssuedAt, members.SingleOrDefault(member => member.Id == letter.IssuedBy)?.Name ?? "CrmStudio", letter.ExpiresOn, letter.StateOn(today),
                letter.RevokedReason, sees ? letter.Price : null, sees ? letter.Amount : null, sees ? letter.Programme : null, sees))],
            writes, missing);
    }

    // Limits nobody set yet start from what the loan says.
    private static LetterLimitsLine Suggested(Loan loan, DateOnly today)
    {
        var price = loan.PurchasePrice ?? loan.AppraisedValue ?? loan.Amount ?? 0;
        var amount = loan.Amount ?? 0;
        var ltv = price > 0 ? Math.Ceiling(amount / price * 100m) : 80m;
        return new LetterLimitsLine(price, amount, ltv, loan.Product ?? "", today.AddDays(UsualDays));
    }
}

/// <summary>Letters of a loan.</summary>
/// <param name="Limits">What they may say at most; null while nobody said.</param>
/// <param name="Suggested">What limits could start from; null for who sees no amounts.</param>
/// <param name="Letters">The letters, latest first.</param>
/// <param name="MayWrite">Whether this reader may make one.</param>
/// <param name="Missing">What stands in the way of a letter; null when nothing does.</param>
public sealed record LoanLetters(LetterLimitsLine? Limits, LetterLimitsLine? Suggested, IReadOnlyList<LetterLine> Letters, bool MayWrite, Refusal? Missing);

/// <summary>Limits of letters.</summary>
public sealed record LetterLimitsLine(decimal MaxPrice, decimal MaxAmount, decimal MaxLtv, string Programme, DateOnly ValidUntil);

/// <summary>A letter. What it says is null for who sees no amounts.</summary>
public sealed record LetterLine(
    Guid Id, int Place, string Number, DateTimeOffset IssuedAt, string IssuedBy, DateOnly ExpiresOn, LetterState State, string? RevokedReason,
    decimal? Price, decimal? Amount, string? Programme, bool MayOpen);
