namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>What happens when something would break a rule.</summary>
public enum RuleSeverity
{
    /// <summary>It is refused.</summary>
    Block,

    /// <summary>It is refused unless one member asks for an override and another, who holds the permission, approves it.</summary>
    Override,

    /// <summary>It is said, and goes on.</summary>
    Warn,

    /// <summary>It becomes a task with a date.</summary>
    Task,
}
