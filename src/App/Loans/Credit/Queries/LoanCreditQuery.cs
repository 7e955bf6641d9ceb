using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Credit.Queries;

/// <summary>That credit was pulled, why and on whose word. Reads no score: scores have a query of their own.</summary>
public sealed class LoanCreditQuery(CrmWork work, CurrentMember me, RuleBooks books)
{
    public async Task<Outcome<LoanCredit>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.credit.read", CreditPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, CreditPermissions.Read).Where(l => l.Id == loanId).Select(l => new { l.OfficerId, l.EndedAt }).SingleOrDefaultAsync(ct);
        if (loan is null) return Refusal.NotFound;
        var book = await books.ReadAsync(unit, ct);
        var today = me.DayOf(unit.At);
        var rules = new CreditRules(book, today);
        var seesScores = await db.Loans.VisibleTo(me, CreditPermissions.Scores).AnyAsync(l => l.Id == loanId, ct);
        var mayPull = loan.EndedAt is null && await db.Loans.VisibleTo(me, CreditPermissions.Pull).AnyAsync(l => l.Id == loanId, ct);
        var borrowers = await db.LoanParties.AsNoTracking().Where(party => party.LoanId == loanId && (party.Role == LoanPartyRole.Borrower || party.Role == LoanPartyRole.CoBorrower)).OrderBy(party => party.Position)
            .Join(db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => new { party.Id, Name = contact.FirstName + " " + contact.LastName }).ToListAsync(ct);
        var pulls = await db.CreditPulls.AsNoTracking().Where(pull => pull.LoanId == loanId).OrderByDescending(pull => pull.PulledOn).ThenByDescending(pull => pull.Id)
            .Select(pull => new CreditPullLine(
                pull.Id, pull.PartyId, pull.Inquiry, pull.PulledOn, pull.ExpiresOn, pull.Purpose, pull.AuthorizedBy, pull.AuthorizationMethod, pull.AuthorizedOn, pull.AuthorizationEvidence, pull.Model,
                pull.Scores.OrderBy(score => score.Bureau).Select(score => score.Bureau).ToList(),
                db.Members.Where(member => member.Id == pull.RecordedBy).Select(member => member.FirstName + " " + member.LastName).First(), pull.StruckAt, pull.StruckReason))
            .ToListAsync(ct);
        return new LoanCredit(
            today, book.Version, rules.Purposes, rules.ValidDays,
            [.. borrowers.Select(borrower => new CreditBorrower(borrower.Id, borrower.Name, [.. pulls.Where(pull => pull.PartyId == borrower.Id)]))],
            seesScores, loan.OfficerId == me.Id, mayPull);
    }
}

/// <summary>Credit of a loan's borrowers, without scores.</summary>
/// <param name="Purposes">The permissible purposes of today.</param>
/// <param name="ValidDays">How long a pull can be relied on.</param>
/// <param name="SeesScores">Whether this reader may read scores.</param>
/// <param name="IsOfficer">Whether the reader is the loan's officer, whose readings are not written down.</param>
public sealed record LoanCredit(
    DateOnly Today, string RulesVersion, IReadOnlyList<RegulatoryParameter> Purposes, RegulatoryParameter ValidDays, IReadOnlyList<CreditBorrower> Borrowers, bool SeesScores, bool IsOfficer, bool MayPull);

/// <summary>A borrower and the pulls of their credit, newest first.</summary>
public sealed record CreditBorrower(Guid PartyId, string Name, IReadOnlyList<CreditPullLine> Pulls);

/// <summary>A pull.</summary>
public sealed record CreditPullLine(
    Guid Id, Guid PartyId, CreditInquiry Inquiry, DateOnly PulledOn, DateOnly ExpiresOn, string Purpose, string AuthorizedBy, AuthorizationMethod Method, DateOnly AuthorizedOn, string Evidence, CreditModel Model,
    IReadOnlyList<CreditBureau> Bureaus, string RecordedBy, DateTimeOffset? StruckAt, string? StruckReason);
