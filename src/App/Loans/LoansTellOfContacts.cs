using CrmStudio.App.Contacts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans;

/// <summary>What the loans of a person tell of them: stages, documents, calls and notes. Only of loans the member sees.</summary>
public sealed class LoansTellOfContacts(CurrentMember me) : ITellOfContacts
{
    public bool ShowsAmounts(CurrentMember who) => who.SeesAmounts();

    public async Task<IReadOnlyList<ContactLine>> TellAsync(CrmUnit unit, Guid contactId, TimelineMark? before, int most, CancellationToken ct)
    {
        if (!me.May(LoanPermissions.Read)) return [];
        var db = unit.Db;
        var loans = Of(unit, contactId);
        var ids = loans.Select(loan => loan.Id);
        var visits = db.LoanStageVisits.AsNoTracking().Where(visit => ids.Contains(visit.LoanId));
        if (before is { At: var at, Id: var id }) visits = visits.Where(visit => EF.Functions.LessThan(ValueTuple.Create(visit.EnteredAt, visit.Id), ValueTuple.Create(at, id)));
        var moves = await visits.OrderByDescending(visit => visit.EnteredAt).ThenByDescending(visit => visit.Id).Take(most).Select(visit => new
        {
            visit.Id, visit.EnteredAt, visit.EnteredBy, visit.Reason, IsFirst = visit.FromStageId == null, IsAgain = visit.FromStageId == visit.StageId,
            Number = db.Loans.Where(loan => loan.Id == visit.LoanId).Select(loan => loan.Number).First(), Stage = db.PipelineStages.Where(stage => stage.Id == visit.StageId).Select(stage => stage.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        var activities = await db.Activities.AsNoTracking().Where(activity => activity.EntityType == LoanTables.Loans && ids.Contains(activity.EntityId)).Older(before, most)
            .Select(activity => new { Activity = activity, Number = db.Loans.Where(loan => loan.Id == activity.EntityId).Select(loan => loan.Number).First() }).ToListAsync(ct);
        return
        [
            .. moves.Select(move => new ContactLine(move.Id, move.EnteredAt, "board", move.EnteredBy, $"{(move.IsFirst ? "opened the loan in" : move.IsAgain ? "reopened the loan in" : "moved the loan to")} {move.Stage ?? "a former stage"}", move.Reason, About: About(move.Number))),
            .. activities.Select(one => one.Activity.LineOf(About(one.Number))),
        ];
    }

    public async Task<IReadOnlyList<ContactRecord>> RecordsAsync(CrmUnit unit, Guid contactId, CancellationToken ct)
    {
        if (!me.May(LoanPermissions.Read)) return [];
        var db = unit.Db;
        var loans = await Of(unit, contactId).OrderByDescending(loan => loan.CreatedAt).ThenByDescending(loan => loan.Id).Take(10).Select(loan => new
        {
            loan.Id, loan.Number, loan.BorrowerName, Stage = db.PipelineStages.Where(stage => stage.Id == loan.StageId).Select(stage => stage.Name).First(),
            Ending = db.PipelineEndings.Where(ending => ending.Id == loan.EndingId).Select(ending => ending.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        return [.. loans.Select(loan => new ContactRecord(loan.Id, "board", $"{loan.Number}, {loan.BorrowerName}", loan.Ending ?? loan.Stage, LoanUrls.For(loan.Id)))];
    }

    private IQueryable<Loan> Of(CrmUnit unit, Guid contactId) =>
        unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Where(loan => unit.Db.LoanParties.Any(party => party.LoanId == loan.Id && party.ContactId == contactId));

    private static string About(string number) => $"loan {number}";
}
