using CrmStudio.Domain.Access;

namespace CrmStudio.App.Hosting;

/// <summary>Times as the person who looks at them reads them.</summary>
public sealed class ViewerClock(CurrentMember me, TimeProvider clock)
{
    /// <summary>The day it is for the organization: legal days are counted in its zone.</summary>
    public DateOnly Today => me.DayOf(clock.GetUtcNow());

    /// <summary>An instant in the member's time zone.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(me.TimeZone));
}
