using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Opens a loan for a borrower in the first stage of the loan pipeline.</summary>
public sealed class OpenLoan(CrmWork work, CurrentMember me)
{
    public sealed record Input(string FirstName, string LastName, string? Email, string? Phone, decimal? Amount, LoanPurpose? Purpose);

    /// <returns>The new loan's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.FirstName)) return Refusal.Invalid(nameof(input.FirstName), "The borrower needs a first name.");
        if (string.IsNullOrWhiteSpace(input.LastName)) return Refusal.Invalid(nameof(input.LastName), "The borrower needs a last name.");

        await using var unit = await work.BeginAsync("loans.open", LoanPermissions.Open, ct);
        if (unit.Refused is { } refused) return refused;

        var borrower = await KnownBorrowerAsync(unit, input, ct);
        if (borrower is null)
        {
            borrower = new Contact(input.FirstName, input.LastName) { OwnerId = me.Id };
            if (borrower.ReachBy(input.Email, input.Phone) is { IsDone: false } unreachable) return unreachable.Refusal;
            unit.Db.Contacts.Add(borrower);
        }

        var stage = await unit.Db.PipelineStages
            .Where(s => unit.Db.Pipelines.Any(p => p.Id == s.PipelineId && p.Kind == PipelineKind.Loan))
            .OrderBy(s => s.Position).FirstAsync(ct);
        var loan = Loan.Open(await LoanNumbers.NextAsync(unit, me, ct), borrower.Name, stage, me.Id, by: me.Id, at: unit.At);
        loan.AddParty(borrower.Id, borrower.Name, LoanPartyRole.Borrower);
        loan.Reach(stage.Milestone, me.DayOf(unit.At));
        if (loan.SetTerms(loan.Terms() with { Amount = input.Amount, Purpose = input.Purpose }) is { IsDone: false } terms) return terms.Refusal;
        loan.NotePiecesShown(by: me.Id, at: unit.At, me.DayOf);
        unit.Db.Loans.Add(loan);

        var saved = await unit.SaveAsync(ct, duplicate: _ => LoanRefusals.NumberTaken(loan.Number));
        return saved.IsDone ? loan.Id : saved.Refusal;
    }

    /// <summary>The same person by e-mail is not entered twice.</summary>
    private static Task<Contact?> KnownBorrowerAsync(CrmUnit unit, Input input, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Email)) return Task.FromResult<Contact?>(null);
        var key = EmailAddress.Normalize(input.Email);
        return unit.Db.Contacts.Where(contact => contact.EmailKey == key).OrderBy(contact => contact.CreatedAt).FirstOrDefaultAsync(ct);
    }
}
