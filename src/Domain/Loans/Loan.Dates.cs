using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans;

/// <summary>The day each milestone was first reached, and the days that are planned.</summary>
public sealed partial class Loan
{
    /// <summary>The lead came in.</summary>
    public DateOnly? LeadReceivedOn { get; private set; }

    /// <summary>First contact.</summary>
    public DateOnly? FirstContactOn { get; private set; }

    /// <summary>Pre-qualified.</summary>
    public DateOnly? PreQualifiedOn { get; private set; }

    /// <summary>Pre-approved.</summary>
    public DateOnly? PreApprovedOn { get; private set; }

    /// <summary>Application taken.</summary>
    public DateOnly? ApplicationOn { get; private set; }

    /// <summary>Processing began.</summary>
    public DateOnly? ProcessingOn { get; private set; }

    /// <summary>Submitted to underwriting.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>Approved with conditions.</summary>
    public DateOnly? ConditionallyApprovedOn { get; private set; }

    /// <summary>Clear to close.</summary>
    public DateOnly? ClearToCloseOn { get; private set; }

    /// <summary>Documents went out.</summary>
    public DateOnly? DocsOutOn { get; private set; }

    /// <summary>The closing, planned or held.</summary>
    public DateOnly? ClosingOn { get; private set; }

    /// <summary>Funded.</summary>
    public DateOnly? FundedOn { get; private set; }

    /// <summary>Shipped.</summary>
    public DateOnly? ShippedOn { get; private set; }

    /// <summary>Plans or moves the closing.</summary>
    public void CloseOn(DateOnly? day)
    {
        if (day == ClosingOn) return;
        ClosingOn = day;
        ClockChanged();
    }

    /// <summary>The day a milestone was reached, when it was.</summary>
    public DateOnly? ReachedOn(Milestone milestone) => milestone switch
    {
        Milestone.Lead => LeadReceivedOn,
        Milestone.Contacted => FirstContactOn,
        Milestone.Qualification => PreQualifiedOn,
        Milestone.PreApproval => PreApprovedOn,
        Milestone.Application => ApplicationOn,
        Milestone.Processing => ProcessingOn,
        Milestone.Submittal => SubmittedOn,
        Milestone.ConditionalApproval => ConditionallyApprovedOn,
        Milestone.ClearToClose => ClearToCloseOn,
        Milestone.Closing => DocsOutOn,
        Milestone.Funding => FundedOn,
        Milestone.Completion => ShippedOn,
        _ => throw new ArgumentOutOfRangeException(nameof(milestone), milestone, "Unknown milestone"),
    };

    /// <summary>Notes the day a milestone was reached; imports and demo data use it for days in the past.</summary>
    public void Reach(Milestone milestone, DateOnly on)
    {
        switch (milestone)
        {
            case Milestone.Lead: LeadReceivedOn ??= on; break;
            case Milestone.Contacted: FirstContactOn ??= on; break;
            case Milestone.Qualification: PreQualifiedOn ??= on; break;
            case Milestone.PreApproval: PreApprovedOn ??= on; break;
            case Milestone.Application: ApplicationOn ??= on; break;
            case Milestone.Processing: ProcessingOn ??= on; break;
            case Milestone.Submittal: SubmittedOn ??= on; break;
            case Milestone.ConditionalApproval: ConditionallyApprovedOn ??= on; break;
            case Milestone.ClearToClose: ClearToCloseOn ??= on; break;
            case Milestone.Closing: DocsOutOn ??= on; break;
            case Milestone.Funding: FundedOn ??= on; break;
            case Milestone.Completion: ShippedOn ??= on; break;
            default: throw new ArgumentOutOfRangeException(nameof(milestone), milestone, "Unknown milestone");
        }
    }
}
