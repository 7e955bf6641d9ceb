using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>A rule that something planned would break.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Code">Stable name of the refusal.</param>
/// <param name="Message">What is wrong, from when on it is right, and where that is written.</param>
/// <param name="ForDay">The planned day, for an override.</param>
/// <param name="Count">The days that were counted; null where the rule counts none.</param>
/// <param name="Field">The input field it belongs to.</param>
public sealed record GateBreak(RuleVersion Rule, string Code, string Message, DateOnly? ForDay, RuleDate? Count, string? Field = null)
{
    /// <summary>Whether two people can set the rule aside.</summary>
    public bool CanBeOverridden => Rule.Severity == RuleSeverity.Override;
}
