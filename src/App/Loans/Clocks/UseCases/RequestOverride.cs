using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Asks to set a rule aside for a loan. Somebody else, who may, decides.</summary>
public sealed class RequestOverride(CrmWork work, RuleBooks rules, CurrentMember me)
{
    /// <param name="Rule">The rule, by its code.</param>
    /// <param name="ForDay">The planned day it is asked for.</param>
    public sealed record Input(Guid LoanId, string Rule, DateOnly? ForDay, string? Reason);

    /// <returns>What was asked, for the toast; there is no undo, because somebody was told.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.request-override", LoanPermissions.Advance, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Advance).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null || (await rules.ReadAsync(unit, ct)).Rule(input.Rule, me.DayOf(unit.At)) is not { } rule) return Refusal.NotFound;
        if (await unit.Db.RuleOverrides.AnyAsync(other => other.EntityType == LoanTables.Loans && other.EntityId == loan.Id && other.Rule == rule.Code && other.State == OverrideState.Requested, ct))
            return ComplianceRefusals.OverrideAsked;
        var asked = RuleOverride.Request(rule, LoanTables.Loans, loan.Id, loan.BorrowerName, input.ForDay, input.Reason, by: me.Id, at: unit.At);
        if (!asked.IsDone) return asked.Refusal;

        unit.Db.RuleOverrides.Add(asked.Value);
        unit.Db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, ActivityKind.System, $"asked for an override of “{rule.Title}” ({rule.Citation}): {asked.Value.Reason}", me.Id, unit.At));
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed($"Asked Compliance for an override: {rule.Title}", null) : saved.Refusal;
    }
}
