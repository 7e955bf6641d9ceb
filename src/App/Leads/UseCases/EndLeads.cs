using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Ends leads as lost or unqualified, each with the same reason, in one save with one way back.</summary>
public sealed class EndLeads(CrmWork work, CurrentMember me)
{
    /// <param name="Status"><see cref="LeadStatus.Lost"/> or <see cref="LeadStatus.Unqualified"/>.</param>
    public sealed record Input(IReadOnlyList<Guid> LeadIds, LeadStatus Status, string? Reason);

    public async Task<Outcome<LeadsWorked>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.end", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.Reason?.Trim().Length is not (> 0 and <= Lead.ReasonMaxLength)) return LeadRefusals.ReasonNeeded;
        return await LeadsWorked.RunAsync(unit, me, input.LeadIds, lead => lead.End(input.Status, input.Reason, me.Id, unit.At), leads => $"Ended {leads}: {LeadWords.Of(input.Status).ToLowerInvariant()}", ct);
    }
}
