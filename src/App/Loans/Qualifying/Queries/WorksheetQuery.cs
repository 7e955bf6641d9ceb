using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Qualifying.Queries;

/// <summary>The qualifying sheet of a loan, for who sees amounts.</summary>
public sealed class WorksheetQuery(CrmWork work, CurrentMember me, RuleBooks books)
{
    public async Task<Outcome<LoanWorksheet>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;

        var borrowers = await unit.Db.LoanParties.Where(party => party.LoanId == loanId && (party.Role == LoanPartyRole.Borrower || party.Role == LoanPartyRole.CoBorrower)).OrderBy(party => party.Position)
            .Join(unit.Db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => new WorksheetBorrower(party.Id, contact.FirstName)).ToListAsync(ct);
        var rules = await books.ReadAsync(unit, ct);
        var rows = await WorksheetReading.RowsAsync(unit, loanId, ct);
        return new LoanWorksheet(rows.Sheet(loan.Terms()), borrowers, loan.ClosingOn, new QualifyingRules(rules, me.DayOf(unit.At)), rules.Version, me.May(LoanPermissions.Edit) && loan.EndedAt is null);
    }
}

/// <summary>A qualifying sheet and what is needed to work on it.</summary>
public sealed record LoanWorksheet(Worksheet Sheet, IReadOnlyList<WorksheetBorrower> Borrowers, DateOnly? ClosingOn, QualifyingRules Rules, string RulesVersion, bool MayEdit);

/// <summary>A borrower a row can belong to.</summary>
public sealed record WorksheetBorrower(Guid PartyId, string Name);
