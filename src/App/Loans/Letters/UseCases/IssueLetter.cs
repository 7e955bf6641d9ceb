using System.Globalization;
using System.Security.Cryptography;
using CrmStudio.App.Access;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Letters.UseCases;

/// <summary>Makes a pre-approval letter within the loan's limits, numbers it and keeps its file.</summary>
public sealed class IssueLetter(CrmWork work, CurrentMember me, LetterPapers papers, IFileStore files)
{
    public sealed record Input(Guid LoanId, LetterTerms Terms);

    /// <returns>The letter.</returns>
    public async Task<Outcome<Issued>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.letters.issue", LetterPermissions.Write, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var (db, today) = (unit.Db, me.DayOf(unit.At));
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, LetterPermissions.Write).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (!loan.IsOpen) return LetterRefusals.LoanEnded;
        if (await db.LetterLimits.AsNoTracking().SingleOrDefaultAsync(l => l.LoanId == loan.Id, ct) is not { } limits) return LetterRefusals.NoLimits;
        if (limits.Allow(input.Terms, today) is { IsDone: false } beyond) return beyond.Refusal;
        var paper = await papers.OfAsync(unit, ct);
        if (!paper.Head.IsComplete) return LetterRefusals.NoLetterhead;
        if (await SignerAsync(unit, loan, ct) is not { } signer) return LetterRefusals.NoOriginator;

        var place = await db.LoanLetters.CountAsync(l => l.LoanId == loan.Id, ct) + 1;
        var letter = new LoanLetter(loan, limits, input.Terms, await NextNumberAsync(unit, today, ct), place, me.Id, unit.At, today);
        var content = PreApprovalLetterPdf.Make(new LetterContent(
            paper, letter.Number, unit.At, today, await BorrowersAsync(unit, loan, ct), letter.Programme, letter.Price, letter.Amount, letter.ExpiresOn,
            input.Terms.NamesProperty ? PropertyOf(loan) : null, signer)).Content;
        letter.KeptAs(Guid.CreateVersion7(), Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
        db.LoanLetters.Add(letter);
        db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, ActivityKind.System, $"made pre-approval letter {letter.Number}, good until {LetterWords.Day(letter.ExpiresOn)}", me.Id, unit.At));

        // The file first: a row without its file would be a letter nobody can prove; a file without a row is nothing.
        var key = new FileKey(me.OrgId, letter.FileId);
        await files.PutAsync(key, new MemoryStream(content), ct);
        var saved = await unit.SaveAsync(ct, duplicate: _ => LetterRefusals.NumberTaken);
        if (saved.IsDone) return new Issued(letter.Id, letter.Number);
        await files.DeleteAsync(key, CancellationToken.None);
        return saved.Refusal;
    }

    private static async Task<LetterSigner?> SignerAsync(CrmUnit unit, Loan loan, CancellationToken ct) =>
        await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == loan.OfficerId && member.NmlsId != null, ct) is { } officer
            ? new LetterSigner(officer.Name, officer.Title, officer.NmlsId!, officer.Phone, officer.Email)
            : null;

    private static async Task<IReadOnlyList<string>> BorrowersAsync(CrmUnit unit, Loan loan, CancellationToken ct)
    {
        var names = await unit.Db.LoanParties.AsNoTracking().Where(party => party.LoanId == loan.Id && (party.Role == LoanPartyRole.Borrower || party.Role == LoanPartyRole.CoBorrower))
            .OrderBy(party => party.Position).Join(unit.Db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => contact.FirstName + " " + contact.LastName).ToListAsync(ct);
        return names.Count > 0 ? names : [loan.BorrowerName];
    }

    private static string? PropertyOf(Loan loan) =>
        string.Join(", ", new[] { loan.PropertyAddress, loan.PropertyCity, $"{loan.PropertyState} {loan.PropertyZip}".Trim() }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } line ? line : null;

    private static async Task<string> NextNumberAsync(CrmUnit unit, DateOnly today, CancellationToken ct)
    {
        var prefix = $"PA-{today.Year % 100:00}-";
        var last = await unit.Db.LoanLetters.Where(letter => letter.Number.StartsWith(prefix)).OrderByDescending(letter => letter.Number.Length).ThenByDescending(letter => letter.Number)
            .Select(letter => letter.Number).FirstOrDefaultAsync(ct);
        var next = last is not null && int.TryParse(last[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number + 1 : 1;
        return $"{prefix}{next:0000}";
    }
}

/// <summary>A letter that was made.</summary>
public sealed record Issued(Guid LetterId, string Number);
