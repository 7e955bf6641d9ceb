using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Hours;

/// <summary>When an organization or one of its members works. Who has no row of their own works when the organization does.</summary>
public sealed class WorkSchedule : Entity, INamedRecord
{
    private WorkSchedule() { }

    /// <summary>Hours of a member; of the organization where none is named. Write them next.</summary>
    public WorkSchedule(Guid? memberId) => MemberId = memberId;

    /// <summary>Whose; null for the organization's.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The week.</summary>
    public WorkWeek Week { get; private set; } = WorkWeek.Usual("America/New_York");

    /// <inheritdoc />
    public string RecordName => MemberId is null ? "Working hours of the organization" : "Working hours of a member";

    /// <summary>Writes them; refuses hours nobody can keep.</summary>
    public Outcome Write(WorkWeek week)
    {
        if (week.Check() is { IsDone: false } wrong) return wrong;
        Week = week.Sorted();
        return Outcome.Done;
    }
}
