using CrmStudio.App.Loans.Locks;
using CrmStudio.App.Loans.Qualifying.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Qualifying.UseCases;

/// <summary>Saves the qualifying sheet of a loan, beside whatever somebody else saved meanwhile, and never over it.</summary>
public sealed class QualifyLoan(CrmWork work, CurrentMember me)
{
    /// <param name="Was">The sheet the person began with.</param>
    /// <param name="Mine">The sheet as the person leaves it.</param>
    /// <param name="TakeMine">Conflicting cells settled in favour of the person.</param>
    /// <param name="TakeTheirs">Conflicting cells settled in favour of what is kept.</param>
    public sealed record Input(Guid LoanId, Worksheet Was, Worksheet Mine, IReadOnlySet<string> TakeMine, IReadOnlySet<string> TakeTheirs);

    /// <summary>Either the change, or the cells two people changed.</summary>
    public sealed record Result(Changed? Changed, IReadOnlyList<WorksheetMerge.Conflict> Conflicts);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.qualify", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;

        var rows = await WorksheetReading.RowsAsync(unit, loan.Id, ct);
        var (sheet, conflicts) = WorksheetMerge.Of(input.Was, input.Mine, rows.Sheet(loan.Terms()), input.TakeMine, input.TakeTheirs);
        if (conflicts.Count > 0) return new Result(null, conflicts);
        if (WorksheetCheck.Of(sheet) is { IsDone: false } wrong) return wrong.Refusal;
        if (await HasStrangersAsync(unit, loan.Id, sheet, ct)) return Refusal.NotFound;
        if (await LockDesk.RefuseAsync(unit, me, loan, (loan.LockedOn, loan.LockExpiresOn), sheet.Terms.NoteRate, ct) is { } kept) return kept;
        if (loan.SetTerms(sheet.Terms) is { IsDone: false } wrongTerms) return wrongTerms.Refusal;

        var (added, removed) = rows.Write(sheet);
        unit.Db.AddRange(added);
        unit.Db.RemoveRange(removed);
        if (rows.Facts.OrgId == Guid.Empty) unit.Db.Add(rows.Facts);

        var summary = $"Changed the qualifying sheet of {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Result(new(summary, unit.UndoId), []) : saved.Refusal;
    }

    /// <summary>Whether a row belongs to somebody who is no party of this loan.</summary>
    private static async Task<bool> HasStrangersAsync(CrmUnit unit, Guid loanId, Worksheet sheet, CancellationToken ct)
    {
        Guid[] named = [.. sheet.Incomes.Select(line => line.PartyId).Concat(sheet.Liabilities.Select(line => line.PartyId)).Concat(sheet.Assets.Select(line => line.PartyId)).OfType<Guid>().Distinct()];
        return named.Length > 0 && await unit.Db.LoanParties.CountAsync(party => party.LoanId == loanId && named.Contains(party.Id), ct) != named.Length;
    }
}
