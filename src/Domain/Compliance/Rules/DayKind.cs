namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>Which days a rule counts.</summary>
public enum DayKind
{
    /// <summary>Every day.</summary>
    Calendar,

    /// <summary>Days on which the lender's offices are open for substantially all of their business (12 CFR 1026.2(a)(6), first sentence).</summary>
    General,

    /// <summary>
    /// Every day but Sundays and the legal public holidays of 5 USC 6103(a), these on their own dates only: where one falls on a weekend, the
    /// Friday or Monday on which it is observed counts (12 CFR 1026.2(a)(6), second sentence, and comment 2(a)(6)-2).
    /// </summary>
    Specific,
}
