using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Which plan holds for a colleague. One for each; who has none is paid by the usual plan.</summary>
public sealed class CommissionAssignment : Entity
{
    private CommissionAssignment() { }

    /// <summary>A plan for a colleague.</summary>
    public CommissionAssignment(Guid memberId, Guid planId) => (MemberId, PlanId) = (memberId, planId);

    /// <summary>The colleague.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }

    /// <summary>Another plan from now on.</summary>
    public void ChangeTo(Guid planId) => PlanId = planId;
}
