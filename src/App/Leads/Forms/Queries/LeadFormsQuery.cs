using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.Queries;

/// <summary>The forms of the organization, and what they accepted last.</summary>
public sealed class LeadFormsQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Requests shown at most: those that need a person come first.</summary>
    public const int CaptureLimit = 50;

    public async Task<Outcome<LeadFormsView>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.list", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;

        var forms = await unit.Db.LeadForms.AsNoTracking().OrderBy(form => form.Name).ToListAsync(ct);
        var captures = unit.Db.LeadCaptures.AsNoTracking();
        var latest = await captures.GroupBy(capture => capture.FormId).Select(group => new { FormId = group.Key, Count = group.Count(), Last = group.Max(capture => capture.ReceivedAt) }).ToDictionaryAsync(one => one.FormId, ct);
        var waiting = await captures.Where(capture => capture.ProcessedAt == null).OrderByDescending(capture => capture.ReceivedAt).Take(CaptureLimit).ToListAsync(ct);
        var done = await captures.OrderByDescending(capture => capture.ReceivedAt).ThenByDescending(capture => capture.Id).Take(CaptureLimit).ToListAsync(ct);

        var names = forms.ToDictionary(form => form.Id, form => form.Name);
        return new LeadFormsView(
            me.OrgId, [.. forms.Select(form => new LeadFormLine(form.Id, form.Key, form.IsOn, form.Setup(), latest.GetValueOrDefault(form.Id)?.Count ?? 0, latest.GetValueOrDefault(form.Id)?.Last))],
            [.. waiting.Where(capture => capture.Problem is not null).Concat(done.Where(capture => capture.Problem is null)).Take(CaptureLimit).Select(capture => LineOf(capture, names[capture.FormId]))]);
    }

    private static CaptureLine LineOf(LeadCapture capture, string form)
    {
        var inquiry = capture.Inquiry();
        return new CaptureLine(capture.Id, form, $"{inquiry.FirstName} {inquiry.LastName}".Trim(), inquiry.Email ?? inquiry.Phone ?? "", capture.ReceivedAt, capture.LeadId, capture.Problem, capture.DueAt is not null);
    }
}

/// <summary>The settings page.</summary>
public sealed record LeadFormsView(Guid OrgId, IReadOnlyList<LeadFormLine> Forms, IReadOnlyList<CaptureLine> Captures);

/// <summary>A form.</summary>
/// <param name="Count">Requests it accepted.</param>
/// <param name="Last">When the last one came.</param>
public sealed record LeadFormLine(Guid Id, string Key, bool IsOn, LeadFormSetup Setup, int Count, DateTimeOffset? Last);

/// <summary>A request.</summary>
/// <param name="Reach">E-mail or phone.</param>
/// <param name="Problem">Why it is no lead yet.</param>
/// <param name="IsDue">Whether it is tried by itself.</param>
public sealed record CaptureLine(Guid Id, string Form, string Name, string Reach, DateTimeOffset At, Guid? LeadId, string? Problem, bool IsDue);
