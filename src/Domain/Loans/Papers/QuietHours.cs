namespace CrmStudio.Domain.Loans.Papers;

/// <summary>When borrowers are left in peace.</summary>
public static class QuietHours
{
    /// <summary>First hour of the day at which a mail leaves.</summary>
    public static readonly TimeOnly From = new(8, 0);

    /// <summary>The hour from which on no mail leaves.</summary>
    public static readonly TimeOnly Until = new(20, 0);

    /// <summary>The instant itself when it is not quiet then, else the next morning's first. Clocks that are put forward or back are minded.</summary>
    /// <param name="at">When it would be due.</param>
    /// <param name="zone">Where the borrower lives.</param>
    public static DateTimeOffset NextAllowed(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (time >= From && time < Until) return at;
        var morning = DateOnly.FromDateTime(local.Date).AddDays(time >= Until ? 1 : 0).ToDateTime(From);
        return new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
