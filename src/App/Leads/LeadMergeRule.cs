using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Merging;

namespace CrmStudio.App.Leads;

/// <summary>Two open leads of people who become one are one lead: the elder stays, with the younger's inquiries.</summary>
public sealed class LeadMergeRule : IMergeRule
{
    public Type Of => typeof(Lead);

    public Entity Keep(Entity survivors, Entity losers) => ((Lead)losers).ReceivedAt < ((Lead)survivors).ReceivedAt ? losers : survivors;

    public void Learn(Entity kept, Entity gone) => ((Lead)kept).TakeIn((Lead)gone);
}
