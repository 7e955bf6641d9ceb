using CrmStudio.App.Hosting;
using CrmStudio.App.Leads.Scoring.Queries;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Scoring.Parts;

/// <summary>A lead's score with its reasons, as the record shows it.</summary>
public partial class ScorePart(LeadScoreQuery query, ViewerClock viewer)
{
    private LeadScore? read;
    private Refusal? refusal;
    private (Guid, uint) shown;

    /// <summary>The lead.</summary>
    [Parameter, EditorRequired] public Guid LeadId { get; set; }

    /// <summary>The version of the lead as the record shows it: another one is read anew.</summary>
    [Parameter] public uint Version { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (shown == (LeadId, Version)) return;
        if (shown.Item1 != LeadId) (read, refusal) = (null, null);
        var asked = shown = (LeadId, Version);
        var answer = await query.ReadAsync(LeadId, Leaving);
        if (shown == asked) (read, refusal) = (answer.Value, answer.Refusal);   // else another lead was opened meanwhile
    }
}
