using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Credit.UseCases;

/// <summary>Writes down that credit was pulled, or says what lacks: without a permissible purpose and the borrower's word nothing is. Both answers are kept.</summary>
public sealed class RecordCreditPull(CrmWork work, CurrentMember me, RuleBooks books)
{
    /// <returns>What was done. There is no way back: a pull written down in error is struck.</returns>
    public async Task<Outcome<Changed>> RunAsync(CreditPullDraft input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.credit.pull", CreditPermissions.Pull, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, CreditPermissions.Pull).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (loan.EndedAt is not null) return LoanRefusals.HasEnded;
        var party = await unit.Db.LoanParties.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.PartyId && p.LoanId == loan.Id, ct);
        if (party?.Role is not (LoanPartyRole.Borrower or LoanPartyRole.CoBorrower)) return CreditRefusals.NotABorrower;

        var (book, today) = (await books.ReadAsync(unit, ct), me.DayOf(unit.At));
        var recorded = CreditPull.Record(input, new CreditRules(book, input.PulledOn ?? today), today, me.Id);
        if (recorded.Value is not { } pull) return await RefuseAsync(unit, loan.Id, book.Version, recorded.Refusal!, ct);

        unit.Db.CreditPulls.Add(pull);
        Note(unit, loan.Id, book.Version, RuleCodes.CreditPurpose, ComplianceOutcome.Passed, $"{pull.Purpose}, {pull.Inquiry} pull of {pull.PulledOn:yyyy-MM-dd}");
        Note(unit, loan.Id, book.Version, RuleCodes.CreditAuthorization, ComplianceOutcome.Passed, $"{pull.AuthorizationMethod} on {pull.AuthorizedOn:yyyy-MM-dd}");
        var name = await unit.Db.Contacts.Where(contact => contact.Id == party.ContactId).Select(contact => contact.FirstName + " " + contact.LastName).SingleAsync(ct);
        unit.Db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, ActivityKind.System, $"recorded a {(pull.Inquiry == CreditInquiry.Hard ? "hard" : "soft")} credit pull of {name}", me.Id, unit.At));
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed($"Recorded a credit pull of {name}", null) : saved.Refusal;
    }

    private async Task<Refusal> RefuseAsync(CrmUnit unit, Guid loanId, string rulePack, Refusal refusal, CancellationToken ct)
    {
        var rule = CreditRefusals.IsAboutPurpose(refusal) ? RuleCodes.CreditPurpose : CreditRefusals.IsAboutAuthorization(refusal) ? RuleCodes.CreditAuthorization : null;
        if (rule is null) return refusal;
        Note(unit, loanId, rulePack, rule, ComplianceOutcome.Blocked, refusal.Message);
        await unit.SaveAsync(ct);
        return refusal;
    }

    private void Note(CrmUnit unit, Guid loanId, string rulePack, string rule, ComplianceOutcome outcome, string evidence) => unit.Db.ComplianceEntries.Add(new ComplianceEntry
    {
        At = unit.At, MemberId = me.Id, Verb = unit.Verb, EntityType = LoanTables.Loans, EntityId = loanId, Rule = rule, RulePack = rulePack, Outcome = outcome, Evidence = evidence,
    });
}
