using CrmStudio.App.Compliance;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Queries;

/// <summary>The line of the loan/application register a loan would be, and what the register would not take.</summary>
public sealed class HmdaQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<HmdaView>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read-hmda", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var db = unit.Db;
        var read = await db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Where(l => l.Id == loanId)
            .Select(l => new { Loan = l, Ending = db.PipelineEndings.Where(e => e.Id == l.EndingId).Select(e => (EndingKind?)e.Kind).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        if (read is null) return Refusal.NotFound;
        var (loan, ending) = (read.Loan, read.Ending);
        var record = await db.HmdaRecords.AsNoTracking().SingleOrDefaultAsync(r => r.LoanId == loanId, ct);
        var lei = (await LenderRules.ProfileAsync(unit, ct)).Lei;
        var terms = record?.Terms() ?? new HmdaTerms { Uli = lei is null ? null : CheckDigits.UliFor(lei, loan.Number), TotalUnits = 1 };
        var denial = ending == EndingKind.Denied ? await db.AdverseActions.AsNoTracking().Where(action => action.LoanId == loanId).OrderByDescending(action => action.CreatedAt).FirstOrDefaultAsync(ct) : null;
        var fees = await db.Fees.AsNoTracking().Where(fee => fee.LoanId == loanId).ToListAsync(ct);
        var applicants = await ApplicantsAsync(unit, loanId, ct);
        var entry = HmdaEntry.Of(loan, terms, ending, loan.EndedAt is { } ended ? me.DayOf(ended) : null, denial, fees) with { Lei = lei };
        // The score is the officer's to see here; others read scores where each reading is written down.
        var seesScore = loan.OfficerId == me.Id && me.May(CreditPermissions.Scores);
        return new HmdaView(loan.Id, seesScore ? entry : entry with { Terms = terms with { CreditScore = null } }, [.. HmdaEdits.Check(entry), .. Missing(loan, applicants)], record is not null, lei, me.May(LoanPermissions.Edit), HidesScore: !seesScore && terms.CreditScore is not null)
        {
            Version = record?.Version ?? 0,
            Applicants = applicants,
            MayCollect = me.May(HmdaPermissions.Collect),
            MayReadDemographics = me.May(HmdaPermissions.ReadDemographics) && loan.OfficerId != me.Id && loan.ProcessorId != me.Id,
        };
    }

    // That something was collected, when and how: never what.
    private static Task<List<HmdaApplicant>> ApplicantsAsync(CrmUnit unit, Guid loanId, CancellationToken ct)
    {
        var db = unit.Db;
        return db.LoanParties.AsNoTracking().Where(party => party.LoanId == loanId && (party.Role == LoanPartyRole.Borrower || party.Role == LoanPartyRole.CoBorrower)).OrderBy(party => party.Position)
            .Select(party => new HmdaApplicant(
                party.Id, db.Contacts.Where(contact => contact.Id == party.ContactId).Select(contact => contact.FirstName + " " + contact.LastName).First(), party.Role == LoanPartyRole.Borrower,
                db.DemographicRecords.Where(kept => kept.PartyId == party.Id).OrderByDescending(kept => kept.Number).Select(kept => new HmdaCollected(
                    kept.Number, kept.CollectedOn, kept.TakenBy, db.Members.Where(member => member.Id == kept.RecordedBy).Select(member => member.FirstName + " " + member.LastName).First())).FirstOrDefault()))
            .ToListAsync(ct);
    }

    // Asked of applications only: before one there is nobody to ask.
    private static IEnumerable<HmdaFinding> Missing(Loan loan, IEnumerable<HmdaApplicant> applicants) =>
        loan.ApplicationCompleteOn is null && loan.ApplicationOn is null ? [] : applicants.Where(one => one.Collected is null).Select(one => DemographicEdits.Missing(one.Name, one.IsFirst));
}

/// <summary>A line of the register and its findings.</summary>
/// <param name="IsKept">Whether anything was written for the register yet.</param>
/// <param name="HidesScore">Whether a credit score is kept that this reader is not shown.</param>
public sealed record HmdaView(Guid LoanId, HmdaEntry Entry, IReadOnlyList<HmdaFinding> Findings, bool IsKept, string? Lei, bool MayEdit, bool HidesScore)
{
    /// <summary>The version of what is kept; 0 where nothing is.</summary>
    public uint Version { get; init; }

    /// <summary>The borrowers, and whether they were asked who they are.</summary>
    public IReadOnlyList<HmdaApplicant> Applicants { get; init; } = [];

    public bool MayCollect { get; init; }

    public bool MayReadDemographics { get; init; }
}

/// <summary>A borrower as the register sees one.</summary>
/// <param name="IsFirst">Whether it is the primary borrower.</param>
/// <param name="Collected">When and how who the borrower is was collected; null when it was not.</param>
public sealed record HmdaApplicant(Guid PartyId, string Name, bool IsFirst, HmdaCollected? Collected);

/// <summary>That demographic information was collected: not what it says.</summary>
public sealed record HmdaCollected(int Number, DateOnly On, ApplicationTaking TakenBy, string By);
