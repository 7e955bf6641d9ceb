using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>The commission of one funded loan: what it is, how it came about, who gets what. Computed anew until it is settled.</summary>
public sealed class Commission : Entity, INamedRecord
{
    private readonly List<CommissionLine> lines = [];

    private Commission() { }

    /// <summary>The commission of a loan, not computed yet.</summary>
    public Commission(Guid loanId) => LoanId = loanId;

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The officer it was computed for.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>The plan it was computed by.</summary>
    public Guid PlanId { get; private set; }

    /// <summary>The plan's name, as it was then.</summary>
    public string PlanName { get; private set; } = "";

    /// <summary>The colleague who referred the borrower.</summary>
    public Guid? ReferrerId { get; private set; }

    /// <summary>The day the loan funded.</summary>
    public DateOnly FundedOn { get; private set; }

    /// <summary>The amount it was computed on, in dollars.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The commission before it is split, in dollars.</summary>
    public decimal Gross { get; private set; }

    /// <summary>How it came about.</summary>
    public IReadOnlyList<CommissionStep> Steps { get; private set; } = [];

    /// <summary>Who gets what.</summary>
    public IReadOnlyList<CommissionLine> Lines => lines;

    /// <summary>When it was last computed.</summary>
    public DateTimeOffset ComputedAt { get; private set; }

    /// <summary>When it was settled; null while it can change.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Who settled it.</summary>
    public Guid? SettledBy { get; private set; }

    /// <inheritdoc />
    public string RecordName => "Commission";

    /// <summary>Names the colleague who referred the borrower; computed with the next computation.</summary>
    public Outcome ReferredBy(Guid? memberId)
    {
        if (SettledAt is not null) return CommissionRefusals.Settled;
        ReferrerId = memberId;
        return Outcome.Done;
    }

    /// <summary>Takes over a computation. <see cref="Lines"/> must be loaded.</summary>
    public Outcome Take(CommissionPlan plan, CommissionCase of, CommissionResult result, DateTimeOffset at)
    {
        if (SettledAt is not null) return CommissionRefusals.Settled;
        if (of.ReferrerId == of.OfficerId) return CommissionRefusals.ReferrerIsPaid;

        (OfficerId, PlanId, PlanName, ReferrerId, FundedOn, Amount, ComputedAt) = (of.OfficerId, plan.Id, plan.Name, of.ReferrerId, of.FundedOn, of.Amount, at);
        (Gross, Steps) = (result.Gross, result.Steps);
        lines.Clear();
        lines.AddRange(result.Parts.Select((part, place) => new CommissionLine(Id, place + 1, part)));
        return Outcome.Done;
    }

    /// <summary>Settles it: from now on it does not change.</summary>
    public Outcome Settle(Guid by, DateTimeOffset at)
    {
        if (SettledAt is not null) return CommissionRefusals.Settled;
        (SettledAt, SettledBy) = (at, by);
        return Outcome.Done;
    }
}
