using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Changes many loans in one save, with one way back. A dry run says what would happen and leaves everything as it is.</summary>
public sealed class BulkChangeLoans(CrmWork work, LoanGates gates, CurrentMember me)
{
    /// <summary>Loans one change takes at most.</summary>
    public const int Limit = 1_000;

    /// <param name="View">Whose loans; all that match when <paramref name="LoanIds"/> is null.</param>
    /// <param name="LoanIds">The selected ones.</param>
    /// <param name="Field">What changes.</param>
    /// <param name="To">The member or the stage; null takes a member away.</param>
    /// <param name="ClosingOn">The closing, for <see cref="BulkField.Closing"/>.</param>
    /// <param name="IsDryRun">Only say what would happen.</param>
    public sealed record Input(LoanView View, IReadOnlyList<Guid>? LoanIds, BulkField Field, Guid? To, DateOnly? ClosingOn, bool IsDryRun);

    public async Task<Outcome<BulkResult>> RunAsync(Input input, CancellationToken ct)
    {
        var permission = input.Field == BulkField.Stage ? LoanPermissions.Advance : LoanPermissions.Edit;
        await using var unit = await work.BeginAsync("loans.bulk-change", permission, ct);
        if (unit.Refused is { } refused) return refused;

        var chosen = Chosen(unit, input);
        var total = await chosen.Select(loan => loan.Id).Take(Limit + 1).CountAsync(ct);
        if (total > Limit) return LoanRefusals.TooManyAtOnce(Limit);
        var (change, words) = await ChangeAsync(unit, input, ct);
        if (change is null) return Refusal.NotFound;

        var loans = chosen.VisibleTo(me, permission);
        if (input.Field == BulkField.Stage) loans = loans.Include(loan => loan.Visits.Where(visit => visit.LeftAt == null));
        var refusals = new List<(Loan Loan, Refusal Refusal)>();
        var changed = 0;
        var toChange = await loans.ToListAsync(ct);
        if (input.Field == BulkField.Stage) await unit.KnowConditionsAsync(toChange, await unit.Db.PipelineStages.Where(stage => stage.Id == input.To).ToListAsync(ct), ct);
        var gate = await gates.OpenAsync(unit, input.Field is BulkField.Stage or BulkField.Closing ? toChange : [], ct);
        foreach (var loan in toChange)
        {
            var outcome = change(loan, gate);
            if (outcome.Refusal is { } no) refusals.Add((loan, no));
            else if (unit.Db.Entry(loan).State == EntityState.Modified) changed++;
            total--;
        }
        foreach (var (loan, _) in refusals) unit.Db.Entry(loan).State = EntityState.Unchanged;

        var left = refusals.GroupBy(refusal => refusal.Refusal.Message).Select(group => new BulkLeftOut(group.Key, group.Count(), [.. group.Take(3).Select(refusal => refusal.Loan.BorrowerName)])).ToList();
        if (total > 0) left.Add(new("Your role lets you see these loans but not change them.", total, []));
        if (!input.IsDryRun && changed == 0) await gate.KeepAsync(ct);
        if (input.IsDryRun || changed == 0) return new BulkResult(changed, left, null);

        var summary = changed == 1 ? $"Changed 1 loan: {words}" : $"Changed {changed} loans: {words}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new BulkResult(changed, left, new Changed(summary, unit.UndoId)) : saved.Refusal;
    }

    private IQueryable<Loan> Chosen(CrmUnit unit, Input input)
    {
        var view = me.SeesAmounts() ? input.View : input.View.WithoutAmounts();
        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Read);
        return input.LoanIds?.ToArray() is { } ids ? loans.Where(loan => ids.Contains(loan.Id)) : loans.Matching(view.Filter, new(unit.Db, me, unit.At));
    }

    /// <summary>What is done to each loan, and how it is said.</summary>
    private async Task<(Func<Loan, LoanGate, Outcome>?, string)> ChangeAsync(CrmUnit unit, Input input, CancellationToken ct)
    {
        switch (input.Field)
        {
            case BulkField.Closing:
                return ((loan, gate) => gate.Closing(loan, input.ClosingOn) is { } barred ? barred : Do(() => loan.CloseOn(input.ClosingOn)), input.ClosingOn is { } day ? $"closing on {LoanWords.Day(day, me.DayOf(unit.At))}" : "no closing");
            case BulkField.Stage:
                var stages = await unit.Db.PipelineStages.ToDictionaryAsync(stage => stage.Id, ct);
                return input.To is { } stageId && stages.TryGetValue(stageId, out var to) ? ((loan, gate) => Forward(loan, gate, stages, to, unit.At), $"moved to {to.Name}") : (null, "");
            default:
                var member = input.To is { } id ? await unit.Db.Members.SingleOrDefaultAsync(one => one.Id == id && one.Status == MemberStatus.Active, ct) : null;
                if (input.To is not null && member is null) return (null, "");
                return input.Field == BulkField.Officer
                    ? ((loan, _) => Do(() => loan.AssignTo(member?.Id)), member is null ? "no officer" : $"given to {member.Name}")
                    : ((loan, _) => Do(() => loan.ProcessBy(member?.Id)), member is null ? "no processor" : $"processed by {member.Name}");
        }
    }

    private Outcome Forward(Loan loan, LoanGate gate, Dictionary<Guid, PipelineStage> stages, PipelineStage to, DateTimeOffset at)
    {
        var from = stages[loan.StageId];
        if (to.IsBefore(from)) return LoanRefusals.BeyondAlready(to);
        if (gate.Entering(loan, from, to) is { } barred) return barred;
        return loan.AdvanceTo(from, to, by: me.Id, at, on: me.DayOf(at), reason: null);
    }

    private static Outcome Do(Action change)
    {
        change();
        return Outcome.Done;
    }
}

/// <summary>What a bulk change is about.</summary>
public enum BulkField
{
    /// <summary>The loan officer.</summary>
    Officer,

    /// <summary>The processor.</summary>
    Processor,

    /// <summary>The stage, forward only: going back takes a reason for each loan.</summary>
    Stage,

    /// <summary>The closing date.</summary>
    Closing,
}

/// <summary>What a bulk change did, or would do.</summary>
/// <param name="Count">Loans that change. Those that are so already are not counted.</param>
/// <param name="LeftOut">Loans that stay as they are, by reason.</param>
/// <param name="Changed">For the toast's Undo; null after a dry run.</param>
public sealed record BulkResult(int Count, IReadOnlyList<BulkLeftOut> LeftOut, Changed? Changed);

/// <summary>Loans a bulk change leaves as they are.</summary>
public sealed record BulkLeftOut(string Reason, int Count, IReadOnlyList<string> Borrowers);
