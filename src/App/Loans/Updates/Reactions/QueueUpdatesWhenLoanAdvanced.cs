using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.Reactions;

/// <summary>Words the updates of a stage a loan has reached. They wait before they leave, so that a slip of the hand reaches nobody.</summary>
public sealed class QueueUpdatesWhenLoanAdvanced : IReaction<LoanAdvanced>
{
    public async Task RunAsync(LoanAdvanced happened, CrmUnit unit, CancellationToken ct)
    {
        var db = unit.Db;
        foreach (var stale in await db.LoanUpdates.Where(update => update.LoanId == happened.LoanId && update.State == UpdateState.Waiting).ToListAsync(ct))
            stale.Cancel(null, "The loan moved on before this left");

        if (await db.UpdatePolicies.AsNoTracking().SingleOrDefaultAsync(ct) is not { IsOn: true } policy) return;
        var stages = await db.PipelineStages.AsNoTracking().Where(stage => stage.Id == happened.FromStageId || stage.Id == happened.ToStageId).ToListAsync(ct);
        if (stages.SingleOrDefault(stage => stage.Id == happened.ToStageId) is not { } to || !UpdateWording.Milestones.Contains(to.Milestone)) return;
        if (stages.SingleOrDefault(stage => stage.Id == happened.FromStageId) is { } from && to.IsBefore(from)) return;   // a step back is nobody's good news
        if (await db.Loans.AsNoTracking().SingleOrDefaultAsync(loan => loan.Id == happened.LoanId && loan.StageId == to.Id, ct) is not { IsOpen: true } loan) return;

        var own = await db.UpdateTemplates.AsNoTracking().Where(template => template.Milestone == to.Milestone).ToListAsync(ct);
        var values = await ValuesAsync(unit, loan, to, ct);
        foreach (var (contact, role) in await PeopleAsync(unit, loan, ct))
        {
            if (LoanParty.AudienceOf(role) is not { } audience || UpdateWording.Of(to.Milestone, audience, own) is not { IsOn: true } wording) continue;
            values["first name"] = contact.FirstName;
            db.LoanUpdates.Add(new LoanUpdate(
                loan.Id, contact.Id, to.Id, contact.Email!, OneLine(MergeField.Fill(wording.Subject, values)), MergeField.Fill(wording.Text, values), unit.At.AddSeconds(policy.WaitSeconds)));
        }
    }

    /// <summary>Who asked to hear, each once, as what they are first on the loan.</summary>
    private static async Task<IEnumerable<(Contact Contact, LoanPartyRole Role)>> PeopleAsync(CrmUnit unit, Loan loan, CancellationToken ct)
    {
        var parties = await unit.Db.LoanParties.AsNoTracking().Where(party => party.LoanId == loan.Id && party.GetsUpdates).OrderBy(party => party.Position)
            .Join(unit.Db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => new { contact, party.Role }).ToListAsync(ct);
        return parties.Where(person => person.contact.Email is not null).DistinctBy(person => person.contact.Id).Select(person => (person.contact, person.Role));
    }

    private static async Task<Dictionary<string, string>> ValuesAsync(CrmUnit unit, Loan loan, PipelineStage stage, CancellationToken ct)
    {
        var officer = await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == loan.OfficerId, ct);
        var head = await unit.Db.Letterheads.AsNoTracking().SingleOrDefaultAsync(ct);
        var lender = head?.LegalName ?? await unit.Db.Organizations.Where(organization => organization.Id == loan.OrgId).Select(organization => organization.Name).SingleAsync(ct);
        var property = string.Join(", ", new[] { loan.PropertyAddress, loan.PropertyCity }.Where(part => !string.IsNullOrEmpty(part)));
        return new(StringComparer.Ordinal)
        {
            ["borrower"] = loan.BorrowerName,
            ["stage"] = stage.Name,
            ["property"] = property.Length > 0 ? property : "your new home",
            ["closing date"] = loan.ClosingOn?.ToString("MMMM d, yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-US")) ?? "a date we will confirm",
            ["officer"] = officer?.Name ?? lender,
            ["officer phone"] = officer?.Phone ?? "",
            ["officer email"] = officer?.Email ?? "",
            ["lender"] = lender,
        };
    }

    // A name with a line break in it must not become a second header of the mail.
    private static string OneLine(string text)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
        return line.Length > UpdateTemplate.SubjectMaxLength ? line[..UpdateTemplate.SubjectMaxLength] : line;
    }
}
