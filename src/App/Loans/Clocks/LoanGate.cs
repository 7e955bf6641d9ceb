using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Clocks;

/// <summary>
/// Lets a change of a loan pass, or says which rule stands in the way. Every answer of a running clock is written down: in the save of the
/// change, or through <see cref="RefuseAsync"/> where there is none.
/// </summary>
public sealed class LoanGate(CrmUnit unit, CurrentMember me, IReadOnlyDictionary<Guid, LoanClock> clocks, IReadOnlyList<RuleOverride> overrides)
{
    private bool isBarred;

    /// <summary>Asks whether a loan may move; going back always may.</summary>
    public Refusal? Entering(Loan loan, PipelineStage from, PipelineStage to) =>
        from.IsBefore(to) && clocks.TryGetValue(loan.Id, out var clock) ? Answer(loan, clock, clock.BreaksOfEntering(to.Milestone), $"Moving to {to.Name}.") : null;

    /// <summary>Asks whether a closing may be planned for a day; taking it off the calendar always may be.</summary>
    public Refusal? Closing(Loan loan, DateOnly? day) =>
        day is { } closing && closing != loan.ClosingOn && clocks.TryGetValue(loan.Id, out var clock) ? Answer(loan, clock, clock.BreaksOfClosing(closing), $"Closing planned for {closing:yyyy-MM-dd}.") : null;

    /// <summary>Writes down that nothing was done, where a rule is why. Nothing else may have been changed in the unit.</summary>
    public async Task<Refusal> RefuseAsync(Refusal refusal, CancellationToken ct)
    {
        await KeepAsync(ct);
        return refusal;
    }

    /// <summary>Saves what rules answered, where nothing else is saved.</summary>
    public Task KeepAsync(CancellationToken ct) => isBarred ? unit.SaveAsync(ct) : Task.CompletedTask;

    private Refusal? Answer(Loan loan, LoanClock clock, IReadOnlyList<GateBreak> breaks, string act)
    {
        if (breaks.Count == 0 && clock.EarliestClosing() is { } bound) Note(loan, clock, bound.Wait.Rule, ComplianceOutcome.Passed, $"{act} May close from {bound.Day:yyyy-MM-dd}, counted from {bound.Since}.", null);
        Refusal? refusal = null;
        foreach (var broken in breaks)
        {
            var aside = broken.CanBeOverridden ? overrides.FirstOrDefault(approved => approved.EntityId == loan.Id && approved.Covers(broken.Rule.Code, broken.ForDay)) : null;
            Note(loan, clock, broken.Rule, aside is null ? ComplianceOutcome.Blocked : ComplianceOutcome.Overridden, broken.Message, aside?.Id);
            if (aside is null) refusal ??= ClockRefusals.Breaks(broken);
        }
        isBarred |= refusal is not null;
        return refusal;
    }

    private void Note(Loan loan, LoanClock clock, RuleVersion rule, ComplianceOutcome outcome, string evidence, Guid? overrideId) => unit.Db.ComplianceEntries.Add(new ComplianceEntry
    {
        At = unit.At, MemberId = me.Id, Verb = unit.Verb, EntityType = LoanTables.Loans, EntityId = loan.Id, Rule = rule.Code, RulePack = clock.RulePack, Outcome = outcome, Evidence = evidence, OverrideId = overrideId,
    });
}
