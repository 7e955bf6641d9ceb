using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch;

/// <summary>Compares funded loans with today's sheet within a unit, and drafts messages to who would gain and agreed. What several verbs of the watch share.</summary>
public sealed class WatchDesk(CurrentMember me, RuleBooks books)
{
    /// <summary>Compares loans anew; writes only what changed.</summary>
    /// <returns>The results, by loan.</returns>
    public async Task<IReadOnlyDictionary<Guid, WatchResult>> CompareAsync(CrmUnit unit, IReadOnlyList<Loan> loans, CancellationToken ct)
    {
        var db = unit.Db;
        var today = me.DayOf(unit.At);
        var ids = loans.Select(loan => loan.Id).ToArray();
        var terms = (await db.WatchPolicies.AsNoTracking().SingleOrDefaultAsync(ct))?.Terms ?? new WatchTerms();
        var sheet = MarketRate.Sheet(await db.MarketRates.AsNoTracking().Where(rate => rate.Day <= today && rate.Day > today.AddDays(-2 * 365)).ToListAsync(ct), today);
        var numbers = WatchNumbers.Of(await books.ReadAsync(unit, ct), today);
        var facts = await db.LoanQualifications.AsNoTracking().Where(row => ids.Contains(row.LoanId)).ToDictionaryAsync(row => row.LoanId, ct);
        var entered = db.LoanWatches.Local.Where(watch => ids.Contains(watch.LoanId)).Concat(await db.LoanWatches.Where(watch => ids.Contains(watch.LoanId)).ToListAsync(ct)).DistinctBy(watch => watch.LoanId).ToDictionary(watch => watch.LoanId);
        var results = await db.WatchResults.Where(result => ids.Contains(result.LoanId)).ToDictionaryAsync(result => result.LoanId, ct);
        foreach (var loan in loans)
        {
            var known = WatchCase.Of(loan, facts.GetValueOrDefault(loan.Id), entered.GetValueOrDefault(loan.Id), sheet, terms, numbers, today);
            var comparison = RefinanceComparison.Of(known);
            if (!results.TryGetValue(loan.Id, out var result)) db.WatchResults.Add(results[loan.Id] = new WatchResult(loan.Id, known, comparison));
            else if (!result.Says(known, comparison)) result.Take(known, comparison);
        }
        return results;
    }

    /// <summary>Whom a message about each loan could go to, each with the draft or why there is none. Nothing is added.</summary>
    public async Task<IReadOnlyList<WatchPerson>> PeopleAsync(CrmUnit unit, IReadOnlyList<Loan> loans, IReadOnlyDictionary<Guid, WatchResult> results, CancellationToken ct)
    {
        var db = unit.Db;
        var ids = loans.Select(loan => loan.Id).ToArray();
        var parties = await db.LoanParties.AsNoTracking().Where(party => ids.Contains(party.LoanId) && (party.Role == LoanPartyRole.Borrower || party.Role == LoanPartyRole.CoBorrower)).OrderBy(party => party.Position)
            .Join(db.Contacts.AsNoTracking(), party => party.ContactId, contact => contact.Id, (party, contact) => new { party.LoanId, contact }).ToListAsync(ct);
        var ofLoan = parties.ToLookup(party => party.LoanId);
        var people = parties.Select(party => party.contact.Id).Distinct().ToArray();
        var consents = (await db.Consents.AsNoTracking().Where(consent => people.Contains(consent.ContactId)).ToListAsync(ct)).ToLookup(consent => consent.ContactId);
        var messages = (await db.WatchMessages.Where(message => ids.Contains(message.LoanId)).ToListAsync(ct)).ToLookup(message => (message.LoanId, message.ContactId));
        var officers = loans.Select(loan => loan.OfficerId).OfType<Guid>().Distinct().ToArray();
        var members = await db.Members.AsNoTracking().Where(member => officers.Contains(member.Id)).ToDictionaryAsync(member => member.Id, ct);
        var head = await db.Letterheads.AsNoTracking().SingleOrDefaultAsync(ct);
        return [.. from loan in loans
                   from party in ofLoan[loan.Id].DistinctBy(party => party.contact.Id)
                   let sender = WatchSender.Of(loan.OfficerId is { } officer ? members.GetValueOrDefault(officer) : null, head)
                   let theirs = messages[(loan.Id, party.contact.Id)].ToList()
                   select new WatchPerson(loan, party.contact, [.. consents[party.contact.Id].OrderByDescending(consent => consent.At).ThenByDescending(consent => consent.Id)], theirs,
                       WatchMessage.Draft(results[loan.Id], party.contact, PropertyOf(loan), consents[party.contact.Id], theirs, sender, unit.At))];
    }

    /// <summary>Brings the messages in line with the comparison: drafts for who would gain and agreed, none for anybody else. A message that was reviewed already is left to its own last look.</summary>
    /// <returns>How many were drafted, by officer.</returns>
    public async Task<IReadOnlyDictionary<Guid, int>> DraftAsync(CrmUnit unit, IReadOnlyList<Loan> loans, IReadOnlyDictionary<Guid, WatchResult> results, CancellationToken ct)
    {
        var drafted = new Dictionary<Guid, int>();
        foreach (var person in await PeopleAsync(unit, loans, results, ct))
        {
            if (person.Draft.Value is { } draft)
            {
                unit.Db.WatchMessages.Add(draft);
                if (person.Loan.OfficerId is { } officer) drafted[officer] = drafted.GetValueOrDefault(officer) + 1;
            }
            else if (person.Messages.FirstOrDefault(message => message.State == UpdateState.Draft) is { } stale && WhyNot(person, results[person.Loan.Id]) is { } why)
            {
                stale.Cancel(null, why);
            }
        }
        return drafted;
    }

    /// <summary>Why a message that is on its way must not leave; null while it may.</summary>
    public static string? WhyNot(WatchPerson person, WatchResult result) => result.Verdict != WatchVerdict.Gains
        ? $"They would not gain any more. {result.Reason}"
        : Consent.Standing(person.Contact, person.Consents, ConsentChannel.Email, ConsentPurpose.Marketing).Refusal?.Message;

    private static string? PropertyOf(Loan loan) => loan.PropertyAddress is { Length: > 0 } street ? loan.PropertyCity is { Length: > 0 } town ? $"{street}, {town}" : street : null;
}
