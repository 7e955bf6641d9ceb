using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>Takes some rows of an import back: loans it made are removed, loans it changed get their old values, what was edited since stays.</summary>
public sealed class TakeImportRowsBack(CrmWork work, CurrentMember me)
{
    private const string Contacts = "contacts";

    public sealed record Input(Guid ImportId, int Rows);

    /// <returns>True while there are more rows.</returns>
    public async Task<Outcome<bool>> RunAsync(Input input, CancellationToken ct)
    {
        // Somebody edited one of the loans at this very moment: one at a time, so that only that one is looked at again.
        var step = await StepAsync(input, ct);
        return step.IsDone || input.Rows == 1 ? step : await StepAsync(input with { Rows = 1 }, ct);
    }

    private async Task<Outcome<bool>> StepAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.undo", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.ImportAsync(me, input.ImportId, LoanImportStatus.Undoing, ct) is not { } import) return false;

        var done = unit.Db.LoanImportRows.AsNoTracking().Where(row => row.ImportId == import.Id && row.WayBack != null);
        var loans = await done.Where(row => row.State == LoanImportRowState.Created || row.State == LoanImportRowState.Updated)
            .OrderByDescending(row => row.Line).Take(input.Rows).ToListAsync(ct);
        var people = loans.Count > 0 ? [] : await done.Where(row => row.State == LoanImportRowState.Reversed).OrderBy(row => row.Line).Take(input.Rows).ToListAsync(ct);

        if (loans.Count > 0) await LoansAsync(unit, loans, ct);
        else if (people.Count > 0) await PeopleAsync(unit, people, ct);
        else import.EndPhase(unit.At);
        if (loans.Count + people.Count > 0) import.Advance(loans.Count, unit.At + WorkOnLoanImports.LeaseFor);

        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? loans.Count + people.Count > 0 : saved.Refusal;
    }

    private static async Task LoansAsync(CrmUnit unit, IReadOnlyList<LoanImportRow> rows, CancellationToken ct)
    {
        var touched = await TouchedAsync(unit, rows, ct);
        var ended = new List<LoanImportRows.Ended>();
        foreach (var row in rows)
        {
            var back = row.State == LoanImportRowState.Created && touched.Contains(row.LoanId!.Value)
                ? UndoRefusals.ChangedSince(row.Number)
                : await unit.GoBackAsync(row.WayBack!, row.SavedAs!.Value, except: Contacts, ct);
            var people = back.IsDone && WayBack.Added(row.WayBack!, Contacts).Count > 0 ? row.WayBack : null;
            ended.Add(back.IsDone
                ? new(row.Id, LoanImportRowState.Reversed, row.LoanId, people, null)
                : new(row.Id, LoanImportRowState.Kept, row.LoanId, null, [new LoanImportProblem(null, "Kept: the loan was edited since the import."), .. row.Problems]));
        }
        await LoanImportRows.MarkTakenBackAsync(unit, ended, ct);
    }

    /// <summary>Loans people have worked on without changing the loan itself: a note was written, somebody was added.</summary>
    private static async Task<HashSet<Guid>> TouchedAsync(CrmUnit unit, IReadOnlyList<LoanImportRow> rows, CancellationToken ct)
    {
        var ids = rows.Where(row => row.State == LoanImportRowState.Created).Select(row => row.LoanId!.Value).ToList();
        var noted = await unit.Db.Activities.Where(activity => activity.EntityType == LoanTables.Loans && ids.Contains(activity.EntityId)).Select(activity => activity.EntityId).ToListAsync(ct);
        var parties = await unit.Db.LoanParties.Where(party => ids.Contains(party.LoanId)).ToListAsync(ct);
        var visits = await unit.Db.LoanStageVisits.Where(visit => ids.Contains(visit.LoanId)).ToListAsync(ct);
        await unit.Db.Loans.Where(loan => ids.Contains(loan.Id)).LoadAsync(ct);
        var savedAs = rows.ToLookup(row => row.LoanId!.Value, row => row.SavedAs!.Value);
        return
        [
            .. noted,
            .. parties.Where(party => !savedAs[party.LoanId].Contains(party.Version)).Select(party => party.LoanId),
            .. visits.Where(visit => !savedAs[visit.LoanId].Contains(visit.Version)).Select(visit => visit.LoanId),
        ];
    }

    /// <summary>People the import brought go too, unless somebody changed them or another record needs them.</summary>
    private static async Task PeopleAsync(CrmUnit unit, IReadOnlyList<LoanImportRow> rows, CancellationToken ct)
    {
        var db = unit.Db;
        var brought = rows.SelectMany(row => WayBack.Added(row.WayBack!, Contacts).Select(id => (id, row.SavedAs!.Value))).ToLookup(b => b.id, b => b.Value);
        var ids = brought.Select(b => b.Key).ToList();
        var unused = await db.Contacts
            .Where(contact => ids.Contains(contact.Id) && !db.LoanParties.Any(party => party.ContactId == contact.Id)
                && !db.Activities.Any(activity => activity.EntityType == Contacts && activity.EntityId == contact.Id))
            .ToListAsync(ct);
        db.RemoveRange(unused.Where(contact => brought[contact.Id].Contains(contact.Version)));
        await LoanImportRows.MarkTakenBackAsync(unit, [.. rows.Select(row => new LoanImportRows.Ended(row.Id, LoanImportRowState.Reversed, row.LoanId, null, null))], ct);
    }
}
