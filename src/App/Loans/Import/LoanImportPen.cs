using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import;

/// <summary>Writes drafts into a unit: opens loans, changes loans that are there, knows people again by their e-mail.</summary>
internal sealed class LoanImportPen
{
    private readonly CrmUnit unit;
    private readonly LoanImport import;
    private readonly LoanImportDesk desk;
    private readonly IReadOnlyDictionary<string, bool> known;
    private readonly IReadOnlyDictionary<string, Loan> loans;
    private readonly Dictionary<string, Contact> people;

    private LoanImportPen(
        CrmUnit unit, LoanImport import, LoanImportDesk desk, IReadOnlyDictionary<string, bool> known, IReadOnlyDictionary<string, Loan> loans, Dictionary<string, Contact> people) =>
        (this.unit, this.import, this.desk, this.known, this.loans, this.people) = (unit, import, desk, known, loans, people);

    /// <summary>Reads the loans and people the drafts are about.</summary>
    public static async Task<LoanImportPen> TakeUpAsync(
        CrmUnit unit, CurrentMember me, LoanImport import, LoanImportDesk desk, IReadOnlyList<LoanDraft> drafts, CancellationToken ct)
    {
        var numbers = drafts.Select(draft => draft.Number).ToList();
        var mails = drafts.Select(draft => draft.Email).OfType<string>().Select(EmailAddress.Normalize).Distinct().ToList();
        var loans = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Import).Where(loan => numbers.Contains(loan.Number))
            .Include(loan => loan.Visits.Where(visit => visit.LeftAt == null)).ToDictionaryAsync(loan => loan.Number, StringComparer.Ordinal, ct);
        var people = await unit.Db.Contacts.Where(contact => mails.Contains(contact.EmailKey!)).OrderBy(contact => contact.CreatedAt).ToListAsync(ct);
        return new LoanImportPen(
            unit, import, desk, await desk.KnownAsync(unit, numbers, ct), loans,
            people.DistinctBy(contact => contact.EmailKey).ToDictionary(contact => contact.EmailKey!, StringComparer.Ordinal));
    }

    /// <summary>Writes one draft; null stands for a row that cannot be taken any more.</summary>
    public LoanImportWriting Write(LoanDraft? draft)
    {
        if (draft is null) return LoanImportWriting.Failed(LoanImportRefusals.NoLongerReady);
        if (!known.ContainsKey(draft.Number)) return Create(draft);
        if (import.Duplicates == LoanImportDuplicates.Skip) return new(LoanImportRowState.Skipped, []);
        return loans.TryGetValue(draft.Number, out var loan) ? Update(draft, loan) : LoanImportWriting.Failed(LoanImportRefusals.NumberElsewhere);
    }

    private LoanImportWriting Create(LoanDraft draft)
    {
        var opened = Loan.OpenFrom(draft, draft.StageId is { } id ? desk.Stage(id) : desk.FirstStage, desk.Officer, unit.At, desk.Today);
        if (opened.Value is not { } loan) return LoanImportWriting.Failed(opened.Refusal!);

        var borrower = Borrower(draft, loan.OfficerId);
        loan.AddParty(borrower.Id, loan.BorrowerName, LoanPartyRole.Borrower);
        List<Entity> rows = [borrower, loan];
        if (draft.CoLastName is { } coLast)
        {
            var other = new Contact(draft.CoFirstName ?? "", coLast) { OwnerId = loan.OfficerId };
            unit.Db.Contacts.Add(other);
            loan.AddParty(other.Id, other.Name, LoanPartyRole.CoBorrower);
            rows.Add(other);
        }
        unit.Db.Loans.Add(loan);
        return new(LoanImportRowState.Created, [.. rows, .. loan.Parties, .. loan.Visits]);
    }

    private Contact Borrower(LoanDraft draft, Guid? officer)
    {
        var key = draft.Email is null ? null : EmailAddress.Normalize(draft.Email);
        if (key is not null && people.TryGetValue(key, out var person)) return person;

        person = new Contact(draft.FirstName ?? "", draft.LastName!) { OwnerId = officer };
        person.ReachBy(draft.Email, draft.Phone);
        unit.Db.Contacts.Add(person);
        if (key is not null) people.Add(key, person);
        return person;
    }

    private LoanImportWriting Update(LoanDraft draft, Loan loan)
    {
        var taken = loan.TakeOver(draft, desk.Stage(loan.StageId), draft.StageId is { } id ? desk.Stage(id) : null, unit.At, desk.Today, import.FileName);
        if (taken.IsDone) return new(LoanImportRowState.Updated, [loan, .. loan.Visits]);

        foreach (var half in (IEnumerable<Entity>)[.. loan.Visits, loan]) unit.Db.Entry(half).State = EntityState.Detached;
        return LoanImportWriting.Failed(taken.Refusal);
    }
}
