using CrmStudio.App.Leads.Scoring;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Changes what a lead asks for and where it came from.</summary>
public sealed class EditLead(CrmWork work, CurrentMember me)
{
    /// <param name="Wish">What is asked for. The amount of who sees none is left as it is.</param>
    /// <param name="Version">What the form was filled from; another one means somebody saved meanwhile.</param>
    public sealed record Input(Guid LeadId, LeadWish Wish, string Source, string? SourceDetail, uint Version);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.edit", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.LeadAsync(me, input.LeadId, ct) is not { } lead) return Refusal.NotFound;
        if (!lead.IsOpen) return LeadRefusals.HasEnded;
        if (lead.Version != input.Version) return Refusal.ChangedMeanwhile;
        if (string.IsNullOrWhiteSpace(input.Source)) return Refusal.Invalid(nameof(Lead.Source), "Say where the lead came from.");

        if (lead.Wish(me.SeesLeadAmounts() ? input.Wish : input.Wish with { Amount = lead.Amount }) is { IsDone: false } wrong) return wrong.Refusal;
        lead.ComeFrom(lead.Origin() with { Source = input.Source, Detail = input.SourceDetail });
        await unit.ScoreAsync([lead], ct);
        return await unit.DoneAsync($"Changed {lead.Name}", ct);
    }
}
