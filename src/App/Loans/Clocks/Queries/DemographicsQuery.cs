using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Queries;

/// <summary>Who the applicants of a loan are: for Compliance, never for whoever works the loan, and never without an entry in the audit trail.</summary>
public sealed class DemographicsQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LoanDemographics>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read-demographics", HmdaPermissions.ReadDemographics, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, HmdaPermissions.ReadDemographics).Where(l => l.Id == loanId)
            .Select(l => new { l.OfficerId, l.ProcessorId, Record = db.HmdaRecords.FirstOrDefault(record => record.LoanId == l.Id) }).SingleOrDefaultAsync(ct);
        if (loan is null) return Refusal.NotFound;
        if (loan.OfficerId == me.Id || loan.ProcessorId == me.Id) return HmdaRefusals.WorksTheLoan;

        var kept = await db.DemographicRecords.AsNoTracking().Where(one => one.LoanId == loanId)
            .Where(one => !db.DemographicRecords.Any(newer => newer.PartyId == one.PartyId && newer.Number > one.Number))
            .Join(db.LoanParties, one => one.PartyId, party => party.Id, (one, party) => new { Kept = one, party.Role, party.Position, party.ContactId })
            .Join(db.Contacts, one => one.ContactId, contact => contact.Id, (one, contact) => new { one.Kept, one.Role, one.Position, Name = contact.FirstName + " " + contact.LastName })
            .OrderBy(one => one.Position).ToListAsync(ct);
        unit.Read(LoanTables.Loans, loanId, $$"""{"read":"demographic information","applicants":{{kept.Count}}}""");
        var noted = await unit.SaveAsync(ct);
        if (!noted.IsDone) return noted.Refusal;   // what cannot be written down is not shown

        var terms = loan.Record?.Terms() ?? new HmdaTerms();
        return new LoanDemographics([.. kept.Select(one => new ApplicantAnswers(one.Kept.PartyId, one.Kept.Number, one.Kept.Answers(), DemographicEdits.Check(one.Kept.Answers(), one.Name, one.Role == LoanPartyRole.Borrower, terms)))]);
    }
}

/// <summary>What was collected of each borrower.</summary>
public sealed record LoanDemographics(IReadOnlyList<ApplicantAnswers> Applicants);

/// <summary>One borrower's answers and what of them is to be cleared.</summary>
public sealed record ApplicantAnswers(Guid PartyId, int Number, DemographicAnswers Answers, IReadOnlyList<HmdaFinding> Findings);
