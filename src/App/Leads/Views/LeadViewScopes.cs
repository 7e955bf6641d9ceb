using System.Linq.Expressions;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Leads;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Views;

/// <summary>Leads a view shows.</summary>
public static class LeadViewScopes
{
    /// <summary>Leads of a smart list that meet every condition. Who sees no amounts must not get a condition on them here: <see cref="LeadView.WithoutAmounts"/>.</summary>
    public static IQueryable<Lead> Shown(this IQueryable<Lead> leads, LeadView view, CrmDbContext db, CurrentMember me, DateTimeOffset now)
    {
        leads = leads.In(view.List, me, now);
        foreach (var condition in view.Conditions) leads = leads.Where(Holds(condition, db, me, now));
        return leads;
    }

    private static IQueryable<Lead> In(this IQueryable<Lead> leads, LeadList list, CurrentMember me, DateTimeOffset now)
    {
        var (myId, today) = (me.Id, me.DayOf(now));
        return list switch
        {
            LeadList.Mine => leads.InInbox(now).Where(lead => lead.AssigneeId == myId),
            LeadList.New => leads.InInbox(now).Where(lead => lead.Status == LeadStatus.New),
            LeadList.Hot => leads.InInbox(now).Where(lead => lead.Band == LeadBand.Hot),
            LeadList.Due => leads.InInbox(now).Where(lead => lead.AnswerBy != null || lead.NextStepOn <= today),
            LeadList.Unclaimed => leads.InInbox(now).Where(lead => lead.AssigneeId == null),
            LeadList.Snoozed => leads.StillOpen().Where(lead => lead.SnoozedUntil > now),
            LeadList.Nurturing => leads.StillOpen().Where(lead => lead.Status == LeadStatus.Nurturing),
            LeadList.Open => leads.StillOpen(),
            LeadList.Ended => leads.Where(lead => lead.EndedAt != null),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "Unknown list"),
        };
    }

    private static Expression<Func<Lead, bool>> Holds(LeadCondition condition, CrmDbContext db, CurrentMember me, DateTimeOffset now)
    {
        var (ids, texts) = (condition.Ids(), condition.Values.ToArray());
        switch (condition.Field)
        {
            case LeadField.Status:
                var statuses = condition.Words<LeadStatus>();
                return lead => statuses.Contains(lead.Status);
            case LeadField.Band:
                var bands = condition.Words<LeadBand>();
                return lead => lead.Band != null && bands.Contains(lead.Band.Value);
            case LeadField.Interest:
                var interests = condition.Words<LeadInterest>();
                return lead => lead.Interest != null && interests.Contains(lead.Interest.Value);
            case LeadField.Source:
                return lead => texts.Contains(lead.Source);
            case LeadField.State:
                var states = texts.Select(text => text.ToUpperInvariant()).ToArray();
                return lead => lead.PropertyState != null && states.Contains(lead.PropertyState);
            case LeadField.Assignee:
                var (people, orNobody) = (texts.Contains(LeadCondition.Me) ? [.. ids, me.Id] : ids, texts.Contains(LeadCondition.Nobody));
                return lead => lead.AssigneeId == null ? orNobody : people.Contains(lead.AssigneeId.Value);
            case LeadField.Tag:
                return lead => db.RecordTags.Any(tag => tag.EntityType == LeadTables.Leads && tag.EntityId == lead.Id && ids.Contains(tag.TagId));
            case LeadField.Age:
                var since = now.AddDays(-condition.Number!.Value);
                return lead => lead.ReceivedAt <= since;
            case LeadField.Attempts:
                var most = condition.Number!.Value;
                return lead => lead.Attempts <= most;
            case LeadField.Amount:
                var cents = (long)(condition.Dollars!.Value * 100);
                return lead => EF.Property<long?>(lead, LeadTwins.AmountCents) >= cents;
            case LeadField.Text:
                var pattern = $"%{Like(texts[0])}%";
                return lead => EF.Functions.ILike(lead.Name, pattern, "\\") || EF.Functions.ILike(lead.SourceDetail!, pattern, "\\") || EF.Functions.ILike(lead.Message!, pattern, "\\");
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition.Field, "Unknown field");
        }
    }

    private static string Like(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
