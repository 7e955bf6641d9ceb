using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>What became of several leads.</summary>
/// <param name="Count">Leads that changed.</param>
/// <param name="Left">Those that stayed as they were, each with the reason.</param>
/// <param name="Changed">For the toast's Undo; null when nothing changed.</param>
public sealed record LeadsWorked(int Count, IReadOnlyList<LeadLeft> Left, Changed? Changed)
{
    /// <summary>Leads one change takes at most.</summary>
    public const int Limit = 200;

    /// <summary>"Marisol Whitlock", or "3 leads".</summary>
    internal static string Named(IReadOnlyList<Lead> leads) => leads is [var only] ? only.Name : $"{leads.Count} leads";

    /// <summary>Changes each lead the member may change, and saves all of it as one change that can be undone. One lead alone answers with its refusal.</summary>
    internal static async Task<Outcome<LeadsWorked>> RunAsync(CrmUnit unit, CurrentMember me, IReadOnlyList<Guid> ids, Func<Lead, Outcome> change, Func<string, string> summary, CancellationToken ct)
    {
        if (ids.Count > Limit) return LeadRefusals.TooManyAtOnce(Limit);
        var wanted = ids.ToArray();
        var leads = await unit.Db.LeadsOf(me, unit.Permission!).Where(lead => wanted.Contains(lead.Id)).OrderBy(lead => lead.Name).ThenBy(lead => lead.Id).ToListAsync(ct);

        var (worked, left) = (new List<Lead>(), new List<LeadLeft>());
        Refusal? last = leads.Count < wanted.Distinct().Count() ? Refusal.NotFound : null;
        left.AddRange(wanted.Except(leads.Select(lead => lead.Id)).Select(id => new LeadLeft(id, "A lead", Refusal.NotFound.Message)));
        foreach (var lead in leads)
        {
            if (change(lead).Refusal is not { } no) worked.Add(lead);
            else left.Add(new(lead.Id, lead.Name, (last = no).Message));
        }
        if (worked.Count == 0) return last is not null && left.Count == 1 ? last : new LeadsWorked(0, left, null);

        var done = await unit.DoneAsync(summary(Named(worked)), ct);
        return done.IsDone ? new LeadsWorked(worked.Count, left, done.Value) : done.Refusal;
    }
}

/// <summary>A lead that stayed as it was.</summary>
public sealed record LeadLeft(Guid LeadId, string Name, string Why);
