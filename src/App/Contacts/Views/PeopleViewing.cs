using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Contacts.Views;

/// <summary>Who looks, and when: what conditions such as "mine" and "for 60 days" are measured against.</summary>
public sealed record PeopleViewing(CrmDbContext Db, CurrentMember Me, DateTimeOffset At);
