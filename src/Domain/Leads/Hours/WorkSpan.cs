namespace CrmStudio.Domain.Leads.Hours;

/// <summary>A stretch of a weekday on which somebody works.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when; midnight is the end of the day.</param>
public sealed record WorkSpan(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>The end in minutes after the day began.</summary>
    public int EndMinute => To == TimeOnly.MinValue ? 24 * 60 : To.Hour * 60 + To.Minute;

    /// <summary>The beginning in minutes after the day began.</summary>
    public int StartMinute => From.Hour * 60 + From.Minute;
}
