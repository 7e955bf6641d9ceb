namespace CrmStudio.Domain.Pipelines;

/// <summary>The pipelines a new organization starts with. Probabilities are starting values, to be replaced by own history.</summary>
public static class DefaultPipelines
{
    /// <summary>The twelve loan stages and the endings.</summary>
    public static Pipeline Loans()
    {
        var pipeline = new Pipeline("Loans", PipelineKind.Loan);
        pipeline.AddStage("New lead", Milestone.Lead, 5, 3);
        pipeline.AddStage("Contacted", Milestone.Contacted, 10, 10);
        pipeline.AddStage("Pre-qualified", Milestone.Qualification, 20, 21);
        pipeline.AddStage("Pre-approved", Milestone.PreApproval, 35, 60, "amount");
        pipeline.AddStage("Application", Milestone.Application, 60, 7, "amount", "purpose", "property-address");
        pipeline.AddStage("Processing", Milestone.Processing, 68, 14, "amount", "purpose", "property-address", "value");
        pipeline.AddStage("Submitted to UW", Milestone.Submittal, 75, 5, "amount", "purpose", "property-address", "value", "rate", "term");
        pipeline.AddStage("Conditional approval", Milestone.ConditionalApproval, 85, 14, "amount", "purpose", "property-address", "value", "rate", "term");
        pipeline.AddStage("Clear to close", Milestone.ClearToClose, 96, 7, "amount", "purpose", "property-address", "appraised-value", "rate", "term", "lock", "conditions-approval");
        pipeline.AddStage("Docs out / Closing", Milestone.Closing, 98, 5, "amount", "purpose", "property-address", "appraised-value", "rate", "term", "lock", "closing-date", "conditions-approval", "conditions-docs");
        pipeline.AddStage("Funded", Milestone.Funding, 100, null, "amount", "purpose", "property-address", "appraised-value", "rate", "term", "lock", "closing-date", "conditions-approval", "conditions-docs", "conditions-funding");
        pipeline.AddStage("Post-close", Milestone.Completion, 100, null, "amount");

        pipeline.AddEnding("Denied", EndingKind.Denied, needsReason: true);
        pipeline.AddEnding("Withdrawn", EndingKind.Withdrawn, needsReason: true);
        pipeline.AddEnding("Closed incomplete", EndingKind.Incomplete, needsReason: true);
        pipeline.AddEnding("Approved, not accepted", EndingKind.ApprovedNotAccepted, needsReason: true);
        pipeline.AddEnding("Lost: rate", EndingKind.Lost, needsReason: false);
        pipeline.AddEnding("Lost: paid cash", EndingKind.Lost, needsReason: false);
        pipeline.AddEnding("Lost: relocation", EndingKind.Lost, needsReason: false);
        pipeline.AddEnding("Lost: builder's lender", EndingKind.Lost, needsReason: false);
        pipeline.AddEnding("Lost: other lender", EndingKind.Lost, needsReason: true);
        pipeline.AddEnding("Lost: unresponsive", EndingKind.Lost, needsReason: false);
        pipeline.AddEnding("Junk", EndingKind.Junk, needsReason: false);
        return pipeline;
    }
}
