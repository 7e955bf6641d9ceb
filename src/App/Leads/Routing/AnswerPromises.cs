using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing;

/// <summary>How soon the organization promised to answer.</summary>
public static class AnswerPromises
{
    public static async Task<ResponseTerms> PromisedAsync(this CrmUnit unit, CancellationToken ct) =>
        (await unit.Db.ResponsePolicies.AsNoTracking().SingleOrDefaultAsync(ct))?.Terms ?? ResponseTerms.None;

    /// <summary>Promises an answer from an instant on, counted in working time.</summary>
    public static void PromiseFrom(this Lead lead, DateTimeOffset from, ResponseTerms terms, WorkClock office)
    {
        if (terms.For(lead.Band) is { } time) lead.Promise(office.After(from, time));
    }
}
