using CrmStudio.App.Leads;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Turns a lead into a loan: the person becomes the borrower, the lead ends as converted, and each knows the other, in one save.</summary>
public sealed class OpenLoanFromLead(CrmWork work, CurrentMember me)
{
    /// <param name="LeadId">The lead.</param>
    /// <param name="Amount">How much; what the lead asks for without it.</param>
    /// <param name="Purpose">What for; what the lead asks for without it.</param>
    /// <param name="OfficerId">Who works the loan; whoever has the lead, or converts it, without it.</param>
    public sealed record Input(Guid LeadId, decimal? Amount = null, LoanPurpose? Purpose = null, Guid? OfficerId = null);

    /// <param name="LoanId">The new loan.</param>
    /// <param name="Changed">For the toast's Undo.</param>
    public sealed record Opened(Guid LoanId, Changed Changed);

    public async Task<Outcome<Opened>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.convert", LeadPermissions.Convert, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.May(LoanPermissions.Open)) return Refusal.NotAllowed;

        var db = unit.Db;
        var read = await db.LeadsOf(me, LeadPermissions.Convert).Where(lead => lead.Id == input.LeadId)
            .Join(db.Contacts, lead => lead.ContactId, contact => contact.Id, (Lead, Contact) => new { Lead, Contact }).SingleOrDefaultAsync(ct);
        if (read is null) return Refusal.NotFound;
        var (lead, person) = (read.Lead, read.Contact);
        if (await OfficerAsync(unit, input.OfficerId ?? lead.AssigneeId ?? me.Id, input.OfficerId is not null, ct) is not { } officer) return LeadRefusals.NoOfficer;

        var stage = await db.PipelineStages.Where(s => db.Pipelines.Any(p => p.Id == s.PipelineId && p.Kind == PipelineKind.Loan)).OrderBy(s => s.Position).FirstAsync(ct);
        var loan = Loan.Open(await LoanNumbers.NextAsync(unit, me, ct), person.Name, stage, officer, by: me.Id, at: unit.At);
        loan.Source = lead.Source;
        loan.AddParty(person.Id, person.Name, LoanPartyRole.Borrower);
        loan.Reach(stage.Milestone, me.DayOf(unit.At));
        if (loan.SetTerms(loan.Terms() with { Amount = input.Amount ?? lead.Amount, Purpose = input.Purpose ?? PurposeOf(lead.Interest) }) is { IsDone: false } terms) return terms.Refusal;
        loan.NotePiecesShown(by: me.Id, at: unit.At, me.DayOf);

        if (lead.Convert(loan.Id, me.Id, unit.At) is { IsDone: false } ended) return ended.Refusal;
        person.BecomeClient();
        person.OwnerId ??= officer;
        db.Loans.Add(loan);
        db.Activities.Add(new Activity(LeadTables.Leads, lead.Id, ActivityKind.System, $"Became the loan {loan.Number}", me.Id, unit.At));
        db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, ActivityKind.System, $"Came from the lead of {LeadWords.Moment(TimeZoneInfo.ConvertTime(lead.ReceivedAt, TimeZoneInfo.FindSystemTimeZoneById(me.TimeZone)))}, {lead.Source}", me.Id, unit.At));

        var done = await unit.DoneAsync($"Opened a loan for {person.Name}", ct, duplicate: _ => LoanRefusals.NumberTaken(loan.Number));
        return done.IsDone ? new Opened(loan.Id, done.Value) : done.Refusal;
    }

    /// <summary>What somebody wants, as the purpose of a loan; null where it may be either.</summary>
    public static LoanPurpose? PurposeOf(LeadInterest? interest) => interest switch
    {
        LeadInterest.Purchase or LeadInterest.PreApproval or LeadInterest.Investment => LoanPurpose.Purchase,
        LeadInterest.Refinance => LoanPurpose.RefinanceNoCashOut,
        LeadInterest.CashOut or LeadInterest.HomeEquity => LoanPurpose.RefinanceCashOut,
        _ => null,
    };

    /// <summary>The loan's officer: the one wanted if they open loans, else who converts; null when the one asked for by name does not.</summary>
    private async Task<Guid?> OfficerAsync(CrmUnit unit, Guid wanted, bool isAsked, CancellationToken ct)
    {
        if (wanted == me.Id || await unit.Db.WhoHold(LoanPermissions.Open).AnyAsync(member => member.Id == wanted, ct)) return wanted;
        return isAsked ? null : me.Id;
    }
}
