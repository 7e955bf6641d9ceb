using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.Routing;

/// <summary>Rates a lead before rules that ask for a score are asked. Whatever scores leads implements it; it must be harmless to rate twice.</summary>
public interface IRateLeads
{
    /// <summary>Writes the score on the lead, where it may be scored; the caller saves.</summary>
    Task RateAsync(CrmUnit unit, Lead lead, CancellationToken ct);
}
