namespace CrmStudio.Domain.Compliance;

/// <summary>What came of asking a rule.</summary>
public enum ComplianceOutcome
{
    /// <summary>The rule was met.</summary>
    Passed,

    /// <summary>It would have been broken, so nothing was done.</summary>
    Blocked,

    /// <summary>It would have been broken; an approved override let it pass.</summary>
    Overridden,
}
