using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>A denial and its principal reasons, from which the notice of adverse action is written.</summary>
public sealed class AdverseAction : Entity
{
    /// <summary>Longest wording of another reason.</summary>
    public const int OtherMaxLength = 255;

    private AdverseAction() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The day the lender decided.</summary>
    public DateOnly TakenOn { get; private set; }

    /// <summary>The principal reasons, the weightiest first: names of <see cref="AdverseReason"/>.</summary>
    public string[] Reasons { get; private set; } = [];

    /// <summary>The wording of <see cref="AdverseReason.Other"/>.</summary>
    public string? OtherReason { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private set; }

    /// <summary>The reasons.</summary>
    public IEnumerable<AdverseReason> PrincipalReasons => Reasons.Select(Enum.Parse<AdverseReason>);

    /// <summary>Records a denial. It has a reason, and not so many that none is a principal one.</summary>
    /// <param name="loanId">The loan.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="reasons">The principal reasons.</param>
    /// <param name="other">The wording of another reason.</param>
    /// <param name="book">The rules.</param>
    /// <param name="by">Who records it.</param>
    public static Outcome<AdverseAction> Take(Guid loanId, DateOnly on, IReadOnlyList<AdverseReason> reasons, string? other, RuleBook book, Guid by)
    {
        other = string.IsNullOrWhiteSpace(other) ? null : other.Trim();
        var most = (int)book.Number(ParameterNames.AdverseActionReasons, on);
        var chosen = reasons.Distinct().ToList();
        if (chosen.Count == 0) return ClockRefusals.DenialReasonsNeeded;
        if (chosen.Count > most) return ClockRefusals.TooManyDenialReasons(most);
        if (chosen.Contains(AdverseReason.Other) && other is null or { Length: > OtherMaxLength }) return ClockRefusals.OtherReasonNeeded;

        return new AdverseAction { LoanId = loanId, TakenOn = on, Reasons = [.. chosen.Select(reason => $"{reason}")], OtherReason = chosen.Contains(AdverseReason.Other) ? other : null, RecordedBy = by };
    }
}
