using System.Globalization;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Changes one cell of the grid: amount, closing, officer or stage. Never overwrites a value the person did not see.</summary>
public sealed class EditLoanCell(CrmWork work, LoanGates gates, CurrentMember me)
{
    /// <param name="Cell">One of <see cref="LoanCells"/>.</param>
    /// <param name="Was">The value that was shown when the change began.</param>
    /// <param name="Text">The new value as text; null empties the cell.</param>
    /// <param name="Reason">Why, where a stage asks for it.</param>
    public sealed record Input(Guid LoanId, string Cell, string? Was, string? Text, string? Reason = null);

    /// <summary>Either the change with the loan as it is now, or the value somebody else put there meanwhile.</summary>
    public sealed record Result(Changed? Changed, LoanGridRow? Row, bool IsConflict, string? Theirs);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        var permission = input.Cell == LoanCells.Stage ? LoanPermissions.Advance : LoanPermissions.Edit;
        await using var unit = await work.BeginAsync("loans.edit-cell", permission, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.Cell == LoanCells.Amount && !me.SeesAmounts()) return Refusal.NotAllowed;

        var loans = unit.Db.Loans.VisibleTo(me, permission).Include(l => l.Pieces).AsQueryable();
        if (input.Cell == LoanCells.Stage) loans = loans.Include(l => l.Visits.Where(visit => visit.LeftAt == null));
        var loan = await loans.SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (LoanCells.ValueOf(loan, input.Cell) is var theirs && theirs != input.Was) return new Result(null, null, true, theirs);

        var gate = await gates.OpenAsync(unit, [loan], ct);
        var outcome = await ChangeAsync(unit, gate, loan, input, ct);
        if (!outcome.IsDone) return await gate.RefuseAsync(outcome.Refusal, ct);
        loan.NotePiecesShown(by: me.Id, at: unit.At, me.DayOf);
        unit.CanBeUndone(outcome.Value);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Result(new(outcome.Value, unit.UndoId), LoanGridWindow.RowOf(loan, me.SeesAmounts()), false, null) : saved.Refusal;
    }

    /// <returns>What was done, in words.</returns>
    private async Task<Outcome<string>> ChangeAsync(CrmUnit unit, LoanGate gate, Loan loan, Input input, CancellationToken ct)
    {
        switch (input.Cell)
        {
            case LoanCells.Amount:
                if (!MoneyField.TryRead(input.Text, out var amount)) return Refusal.Invalid(nameof(Loan.Amount), "Write an amount in dollars, like 412,000 or 412k.");
                if (loan.SetTerms(loan.Terms() with { Amount = amount }) is { IsDone: false } wrong) return wrong.Refusal;
                return $"Changed the amount of {loan.BorrowerName}";
            case LoanCells.Closing:
                if (input.Text is null) loan.CloseOn(null);
                else if (!TryReadDay(input.Text, out var day)) return Refusal.Invalid(nameof(Loan.ClosingOn), "Write the closing as a day, such as 12/02/2026.");
                else if (gate.Closing(loan, day) is { } early) return early;
                else loan.CloseOn(day);
                return $"Changed the closing of {loan.BorrowerName}";
            case LoanCells.Officer:
                return await AssignAsync(unit, loan, input.Text, ct);
            case LoanCells.Stage:
                return await AdvanceAsync(unit, gate, loan, input, ct);
            default:
                return Refusal.NotFound;
        }
    }

    private static async Task<Outcome<string>> AssignAsync(CrmUnit unit, Loan loan, string? text, CancellationToken ct)
    {
        if (text is null)
        {
            loan.AssignTo(null);
            return $"Took {loan.BorrowerName} from its officer";
        }
        var officer = Guid.TryParse(text, out var id) ? await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id && member.Status == MemberStatus.Active, ct) : null;
        if (officer is null) return Refusal.Invalid(nameof(Loan.OfficerId), "Choose somebody who works here.");
        loan.AssignTo(officer.Id);
        return $"Gave {loan.BorrowerName} to {officer.Name}";
    }

    private async Task<Outcome<string>> AdvanceAsync(CrmUnit unit, LoanGate gate, Loan loan, Input input, CancellationToken ct)
    {
        var toId = Guid.TryParse(input.Text, out var id) ? id : Guid.Empty;
        var stages = await unit.Db.PipelineStages.Where(stage => stage.Id == toId || stage.Id == loan.StageId).ToListAsync(ct);
        if (stages.SingleOrDefault(stage => stage.Id == toId) is not { } to) return Refusal.NotFound;
        await unit.KnowConditionsAsync([loan], [to], ct);
        var from = stages.Single(stage => stage.Id == loan.StageId);
        if (gate.Entering(loan, from, to) is { } barred) return barred;
        var outcome = loan.AdvanceTo(from, to, by: me.Id, at: unit.At, on: me.DayOf(unit.At), input.Reason);
        return outcome.IsDone ? $"Moved {loan.BorrowerName} to {to.Name}" : outcome.Refusal;
    }

    private static bool TryReadDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1990 and < 2100;
}
