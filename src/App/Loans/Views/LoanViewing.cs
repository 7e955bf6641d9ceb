using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Loans.Views;

/// <summary>Who looks, and when: what conditions such as "mine" and "within ten days" are measured against.</summary>
public sealed record LoanViewing(CrmDbContext Db, CurrentMember Me, DateTimeOffset At)
{
    /// <summary>The day it is for the organization.</summary>
    public DateOnly Today { get; } = Me.DayOf(At);
}
