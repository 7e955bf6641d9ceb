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

/// <summary>Approves or declines an override somebody else asked for. Final: there is no undo.</summary>
public sealed class DecideOverride(CrmWork work, RuleBooks rules, CurrentMember me)
{
    public sealed record Input(Guid OverrideId, bool IsApproved, string? Note);

    /// <returns>What was decided, for the toast.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.decide-override", CompliancePermissions.DecideOverrides, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Read);
        var asked = await unit.Db.RuleOverrides.SingleOrDefaultAsync(o => o.Id == input.OverrideId && o.EntityType == LoanTables.Loans && loans.Any(loan => loan.Id == o.EntityId), ct);
        if (asked is null) return Refusal.NotFound;
        if (asked.Decide(input.IsApproved, input.Note, by: me.Id, at: unit.At) is { IsDone: false } wrong) return wrong.Refusal;

        var rule = (await rules.ReadAsync(unit, ct)).Newest(asked.Rule);
        var verb = input.IsApproved ? "approved" : "declined";
        unit.Db.Activities.Add(new Activity(
            LoanTables.Loans, asked.EntityId, ActivityKind.System, $"{verb} the override of “{rule.Title}” ({rule.Citation}){(asked.DecisionNote is { } note ? $": {note}" : "")}", me.Id, unit.At));
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed($"The override is {verb}: {rule.Title}", null) : saved.Refusal;
    }
}
