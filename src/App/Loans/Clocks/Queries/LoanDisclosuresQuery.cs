using CrmStudio.App.Compliance;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Queries;

/// <summary>The disclosures of a loan, with when each counts as received and what it started.</summary>
public sealed class LoanDisclosuresQuery(CrmWork work, LenderRules rules, CurrentMember me)
{
    public async Task<Outcome<LoanDisclosures>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read-disclosures", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;
        var dates = await rules.ReadAsync(unit, ct);
        var sent = await unit.Db.Disclosures.AsNoTracking().Where(disclosure => disclosure.LoanId == loanId).ToListAsync(ct);
        var ordered = sent.OrderByDescending(disclosure => disclosure.SentOn).ThenByDescending(disclosure => disclosure.Kind).ThenByDescending(disclosure => disclosure.Number).ToList();
        return new LoanDisclosures(
            loan.Id, me.DayOf(unit.At), loan.Product, loan.IsLocked,
            [.. ordered.Select(disclosure => LineOf(disclosure, sent, dates))],
            me.May(LoanPermissions.Edit) && loan.EndedAt is null, dates.Book.Version);
    }

    private static DisclosureLine LineOf(Disclosure disclosure, List<Disclosure> all, RuleDates dates)
    {
        var (received, presumed) = disclosure.Received(dates);
        var before = all.Where(other => other.Kind == disclosure.Kind && other.Number < disclosure.Number).MaxBy(other => other.Number);
        return new DisclosureLine(
            disclosure.Id, disclosure.Version, disclosure.Kind, disclosure.Number, disclosure.RecordName, disclosure.SentOn, disclosure.Method, received, presumed, disclosure.ReceiptEvidence, disclosure.Apr, disclosure.Product,
            disclosure.HasPrepaymentPenalty, disclosure.IsRateLocked, disclosure.CostsExpireOn, [.. disclosure.Reasons.Select(Enum.Parse<ChangeReason>)], disclosure.KnownOn,
            disclosure.Kind == DisclosureKind.ClosingDisclosure && before is not null ? disclosure.NewWaitAfter(before, dates.Book) : [],
            all.All(other => other.Kind != disclosure.Kind || other.Number <= disclosure.Number));
    }
}

/// <summary>The disclosures of a loan.</summary>
/// <param name="Product">The product as the loan has it, to start a form with.</param>
public sealed record LoanDisclosures(Guid LoanId, DateOnly Today, string? Product, bool IsLocked, IReadOnlyList<DisclosureLine> Lines, bool MayEdit, string RulePack);

/// <summary>One disclosure.</summary>
/// <param name="Presumed">How the receipt was presumed; null where it is proven or was at once.</param>
/// <param name="NewWait">Why it starts a new wait before the closing.</param>
/// <param name="IsLast">Whether it is the last of its kind, which alone can be taken back.</param>
public sealed record DisclosureLine(
    Guid Id, uint Version, DisclosureKind Kind, int Number, string Name, DateOnly SentOn, DisclosureMethod Method, DateOnly ReceivedOn, RuleDate? Presumed, string? Evidence, decimal? Apr, string? Product,
    bool HasPrepaymentPenalty, bool IsRateLocked, DateOnly? CostsExpireOn, IReadOnlyList<ChangeReason> Reasons, DateOnly? KnownOn, IReadOnlyList<string> NewWait, bool IsLast);
