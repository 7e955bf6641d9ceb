using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Credit.Queries;

/// <summary>The scores of a loan's borrowers and what stands for the loan. A reading by anybody but the loan's officer is written into the audit trail.</summary>
public sealed class CreditScoresQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LoanScores>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.credit.scores", CreditPermissions.Scores, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, CreditPermissions.Scores).Where(l => l.Id == loanId).Select(l => new { l.OfficerId }).SingleOrDefaultAsync(ct);
        if (loan is null) return Refusal.NotFound;
        var today = me.DayOf(unit.At);
        var pulls = await db.CreditPulls.AsNoTracking().Include(pull => pull.Scores).Where(pull => pull.LoanId == loanId).OrderByDescending(pull => pull.PulledOn).ThenByDescending(pull => pull.Id).ToListAsync(ct);
        var borrowers = await db.LoanParties.AsNoTracking().Where(party => party.LoanId == loanId && (party.Role == LoanPartyRole.Borrower || party.Role == LoanPartyRole.CoBorrower)).OrderBy(party => party.Position)
            .Join(db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => new { party.Id, Name = contact.FirstName + " " + contact.LastName }).ToListAsync(ct);

        // What counts is the newest pull that stands and has not ended.
        var figures = borrowers.Select(borrower => (borrower.Id, Figure: RepresentativeScore.OfBorrower(borrower.Name,
            [.. pulls.FirstOrDefault(pull => pull.PartyId == borrower.Id && pull.StruckAt is null && pull.ExpiresOn >= today)?.Scores.Select(score => new ScoreLine(score.Bureau, score.Score)) ?? []]))).ToList();
        if (loan.OfficerId != me.Id && pulls.Count > 0)
        {
            unit.Read(Tables.NameOf(typeof(Loan)), loanId, $$"""{"read":"credit scores","pulls":{{pulls.Count}}}""");
            var noted = await unit.SaveAsync(ct);
            if (!noted.IsDone) return noted.Refusal;   // what cannot be written down is not shown
        }
        return new LoanScores(
            pulls.ToDictionary(pull => pull.Id, pull => (IReadOnlyList<ScoreLine>)[.. pull.Scores.OrderBy(score => score.Bureau).Select(score => new ScoreLine(score.Bureau, score.Score))]),
            figures.ToDictionary(figure => figure.Id, figure => figure.Figure), RepresentativeScore.OfLoan([.. figures.Select(figure => figure.Figure)]));
    }
}

/// <summary>Scores.</summary>
/// <param name="ByPull">What bureaus answered, by pull.</param>
/// <param name="OfBorrower">What stands for each borrower, by party.</param>
/// <param name="OfLoan">What stands for the loan.</param>
public sealed record LoanScores(IReadOnlyDictionary<Guid, IReadOnlyList<ScoreLine>> ByPull, IReadOnlyDictionary<Guid, Figure> OfBorrower, Figure OfLoan);
