namespace CrmStudio.Domain.Pipelines;

/// <summary>
/// The fixed points of a loan that rules are keyed on. Every stage of an organization maps to one of them, whatever the
/// stage is called. The order follows Encompass' out-of-the-box milestones, with the lead phases before them.
/// </summary>
public enum Milestone
{
    /// <summary>A lead came in.</summary>
    Lead = 1,

    /// <summary>First contact was made.</summary>
    Contacted = 2,

    /// <summary>Pre-qualified.</summary>
    Qualification = 3,

    /// <summary>A pre-approval letter is out.</summary>
    PreApproval = 4,

    /// <summary>The six pieces of an application are in (12 CFR 1026.2(a)(3)(ii)): TRID and ECOA clocks run.</summary>
    Application = 5,

    /// <summary>The file is being processed.</summary>
    Processing = 6,

    /// <summary>Submitted to underwriting.</summary>
    Submittal = 7,

    /// <summary>Approved with conditions.</summary>
    ConditionalApproval = 8,

    /// <summary>Clear to close.</summary>
    ClearToClose = 9,

    /// <summary>Documents out, signing.</summary>
    Closing = 10,

    /// <summary>Funded.</summary>
    Funding = 11,

    /// <summary>Shipped and complete: a past client.</summary>
    Completion = 12,
}
