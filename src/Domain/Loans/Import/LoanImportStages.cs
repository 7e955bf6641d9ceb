using CrmStudio.Domain.Integrations.Imports.Texts;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>Finds the stage a file means: by its name here, or by the common name of the milestone it stands for.</summary>
internal sealed class LoanImportStages(IReadOnlyList<PipelineStage> stages)
{
    private static readonly (Milestone Milestone, string Names)[] milestoneNames =
    [
        (Milestone.Lead, "lead|new|prospect|inquiry"),
        (Milestone.Contacted, "contact made|attempted"),
        (Milestone.Qualification, "prequal|prequalification|qualification|qualified"),
        (Milestone.PreApproval, "preapproval|pre approved|tbd"),
        (Milestone.Application, "app|applied|application taken|started|file started|registered|loan application"),
        (Milestone.Processing, "in processing|process"),
        (Milestone.Submittal, "submittal|submitted|underwriting|in underwriting|uw|submitted to underwriting|resubmittal"),
        (Milestone.ConditionalApproval, "cond approval|conditionally approved|approved with conditions|approved w/ conditions|approved"),
        (Milestone.ClearToClose, "ctc|cleared to close|approval"),
        (Milestone.Closing, "closing|docs out|doc preparation|docs signing|docs signed|closing scheduled|doc prep|signing"),
        (Milestone.Funding, "funding|closed|disbursed"),
        (Milestone.Completion, "completion|post closing|shipping|shipped|completed|past client"),
    ];

    private readonly Dictionary<string, PipelineStage> byName = Named(stages);
    private readonly Dictionary<Guid, PipelineStage> byId = stages.ToDictionary(s => s.Id);

    public PipelineStage Of(Guid id) => byId[id];

    public Reading<Guid?> Read(string text)
    {
        if (byName.TryGetValue(Words.Key(text), out var stage)) return new(stage.Id);
        return Reading<Guid?>.No($"“{Shown.Of(text)}” is not a stage of this pipeline", Words.Nearest(text, stages.Select(s => s.Name)));
    }

    // The organization's own names come first; a milestone's common name counts only where one stage stands for it.
    private static Dictionary<string, PipelineStage> Named(IReadOnlyList<PipelineStage> stages)
    {
        var named = new Dictionary<string, PipelineStage>(StringComparer.Ordinal);
        foreach (var stage in stages) named.TryAdd(Words.Key(stage.Name), stage);
        foreach (var (milestone, names) in milestoneNames)
        {
            if (stages.Where(s => s.Milestone == milestone).ToList() is not [var only]) continue;
            foreach (var name in names.Split('|')) named.TryAdd(Words.Key(name), only);
        }
        return named;
    }
}
