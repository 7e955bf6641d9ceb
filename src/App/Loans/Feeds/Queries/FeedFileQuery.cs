using CrmStudio.App.Hosting.Settings;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Calendars;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Feeds.Queries;

/// <summary>The days of a feed as an iCalendar file: what its member may see now, and names nobody where it is private.</summary>
public sealed class FeedFileQuery(CrmWork work, LoanDates dates, CurrentMember me, CrmSettings settings)
{
    /// <summary>Days behind that are in it.</summary>
    public const int DaysBack = 60;

    /// <summary>Days ahead that are in it.</summary>
    public const int DaysAhead = 400;

    public async Task<Outcome<string>> ReadAsync(OpenFeed feed, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.feeds.read", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var today = me.DayOf(unit.At);
        var entries = await dates.ReadAsync(unit, today.AddDays(-DaysBack), today.AddDays(DaysAhead), new LoanCalendarFilter(null, null, feed.HasClosings, feed.HasLocks, feed.HasDisclosures), null, ct);
        return CalendarFile.Write($"{me.Authority.OrgName}: closings and locks", entries.Where(entry => !entry.IsDone).Select(entry => EventOf(entry, feed.IsPrivate)));
    }

    private CalendarEvent EventOf(LoanCalendarEntry entry, bool isPrivate)
    {
        var what = LoanDateWords.InFull(entry.Kind);
        var lines = isPrivate ? [] : new[]
        {
            string.Join(", ", new[] { entry.Number, entry.Product, entry.Amount is { } amount ? Dollars.Full(amount) : null }.OfType<string>()),
            entry.Officer is { } officer ? $"Loan officer: {officer}" : null,
        };
        return new CalendarEvent(
            $"{entry.Kind}-{entry.LoanId:n}@crmstudio".ToLowerInvariant(), entry.On, isPrivate ? $"{what} ({entry.Number})" : $"{what}: {entry.Borrower}",
            string.Join('\n', lines.Append(entry.Warning is { } warning ? $"Does not fit: {warning}" : null).OfType<string>()), LoanDateWords.Of(entry.Kind),
            new Uri(settings.PublicUrl, LoanUrls.For(entry.LoanId)), entry.ChangedAt);
    }
}
