using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads;

/// <summary>One time a lead came to somebody, and why. Only added.</summary>
public sealed class LeadAssignment : Entity
{
    private LeadAssignment() { }

    /// <summary>Notes to whom a lead came.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="kind">How.</param>
    /// <param name="memberId">To whom; null for a pond.</param>
    /// <param name="pondId">Into which pond; null for a member.</param>
    /// <param name="by">Who did it; null when the system did.</param>
    /// <param name="at">When.</param>
    /// <param name="rule">Name of the rule that chose; null when a person did.</param>
    /// <param name="why">The choice in words, and why others were passed over, as JSON the room reads; null when a person chose.</param>
    public LeadAssignment(Guid leadId, AssignmentKind kind, Guid? memberId, Guid? pondId, Guid? by, DateTimeOffset at, string? rule = null, string? why = null) =>
        (LeadId, Kind, MemberId, PondId, ByMemberId, At, Rule, Why) = (leadId, kind, memberId, pondId, by, at, rule, why);

    /// <summary>The lead.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>How.</summary>
    public AssignmentKind Kind { get; private set; }

    /// <summary>To whom.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>Into which pond.</summary>
    public Guid? PondId { get; private set; }

    /// <summary>Who did it.</summary>
    public Guid? ByMemberId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Name of the rule that chose, as it was called then.</summary>
    public string? Rule { get; private set; }

    /// <summary>The choice explained, as JSON.</summary>
    public string? Why { get; private set; }
}
