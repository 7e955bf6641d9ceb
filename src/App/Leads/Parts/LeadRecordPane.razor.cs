using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Timeline;
using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Parts;

/// <summary>The record beside the list.</summary>
public partial class LeadRecordPane(ClaimLead claim, WakeLead wake, ReopenLead reopen, SetLeadStatus stand, IEnumerable<IConvertLeads> ways, ViewerClock viewer)
{
    private static readonly LeadStatus[] openStatuses = [LeadStatus.New, LeadStatus.Contacted, LeadStatus.Qualified, LeadStatus.Nurturing];

    private IReadOnlyList<TimelineEntry> timeline = [];
    private LeadRecord? told;
    private Guid shown;
    private TouchComposer? composer;
    private bool isEditing, isPlanning, isBusy;

    [Parameter, EditorRequired] public LeadRecord Record { get; set; } = default!;

    [Parameter, EditorRequired] public LeadChoices Choices { get; set; } = default!;

    [Parameter, EditorRequired] public LeadActs Acts { get; set; } = default!;

    [Parameter, EditorRequired] public DateTimeOffset Now { get; set; }

    /// <summary>The list without the record, for narrow screens.</summary>
    [Parameter, EditorRequired] public string BackHref { get; set; } = "";

    private Lead Lead => Record.Lead;

    private Contact Person => Record.Person;

    private ViewerClock Viewer => viewer;

    private IConvertLeads? Way => ways.FirstOrDefault(way => way.IsOffered);

    private string? TheirTime => (Person.TimeZone ?? StateZones.Of(Lead.PropertyState)) is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
        ? $"{TimeZoneInfo.ConvertTime(Now, known):h:mm tt} their time" : null;

    protected override void OnParametersSet()
    {
        if (shown != Lead.Id) (shown, isEditing, isPlanning) = (Lead.Id, false, false);
        if (ReferenceEquals(told, Record)) return;
        told = Record;
        timeline = [.. Record.Timeline.Select(EntryOf).Concat(Record.Assignments.Select(EntryOf)).OrderByDescending(entry => entry.At)];
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(viewer.Local(at).Date);

    private static string ChannelWord(ConsentChannel channel) => channel switch { ConsentChannel.Sms => "SMS", ConsentChannel.Email => "E-mail", _ => channel.ToString() };

    private Task StartAsync(ActivityKind kind) => composer?.StartAsync(kind) ?? Task.CompletedTask;

    private Task ClaimAsync() => RunAsync(() => claim.RunAsync(new(Lead.Id), CancellationToken.None));

    private Task ConvertAsync(IConvertLeads way) => RunAsync(() => way.ConvertAsync(Lead.Id, CancellationToken.None));

    private Task StandAsync(ChangeEventArgs change) =>
        Enum.TryParse<LeadStatus>(change.Value?.ToString(), out var status) ? RunAsync(() => stand.RunAsync(new(Lead.Id, status), CancellationToken.None)) : Task.CompletedTask;

    private async Task RunAsync(Func<Task<Outcome<Changed>>> verb)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await verb();
        isBusy = false;
        await Acts.SayAsync(outcome);
    }

    private Task EditedAsync(Outcome<Changed> outcome)
    {
        isEditing = false;
        return Acts.SayAsync(outcome);
    }

    private Task PlannedAsync(Outcome<Changed> outcome)
    {
        isPlanning = false;
        return Acts.SayAsync(outcome);
    }

    private TimelineEntry EntryOf(LeadLine line)
    {
        var who = Choices.Name(line.MemberId) ?? "CrmStudio";
        if (line.Kind == ActivityKind.System) return new(line.Id, viewer.Local(line.At), "inbox", line.Text, []);
        var verb = line.Kind switch
        {
            ActivityKind.Call => line.IsInbound is true ? "took a call" : "called",
            ActivityKind.Email => line.IsInbound is true ? "got an e-mail" : "wrote an e-mail",
            ActivityKind.Sms => line.IsInbound is true ? "got an SMS" : "sent an SMS",
            ActivityKind.Meeting => "met them",
            _ => "wrote a note",
        };
        var result = line.Result is { } came ? $": {LeadWords.Of(came).ToLowerInvariant()}" : null;
        var minutes = line.Minutes is { } took ? $", {took} min" : null;
        var icon = line.Kind switch { ActivityKind.Call => "phone", ActivityKind.Email => "mail", ActivityKind.Sms => "chat", ActivityKind.Meeting => "people", _ => "note" };
        return new(line.Id, viewer.Local(line.At), icon, $"{who} {verb}{result}{minutes}", [who], line.Text.Length == 0 ? null : line.Text, line.Kind == ActivityKind.Note);
    }

    private TimelineEntry EntryOf(LeadAssignment passed)
    {
        var to = Choices.Name(passed.MemberId) ?? Choices.Pond(passed.PondId) ?? "somebody who left";
        var by = passed.ByMemberId is { } member && member != passed.MemberId ? $" by {Choices.Name(member)}" : null;
        var rule = passed.Rule is null ? null : $", rule {passed.Rule}";
        var why = AssignmentReason.Read(passed.Why);
        var quote = why is null ? null : string.Join(" ", new[] { why.Choice, why.PassedOver.Count > 0 ? $"Passed over: {string.Join(", ", why.PassedOver)}." : null }.OfType<string>());
        return new(passed.Id, viewer.Local(passed.At), passed.Kind == AssignmentKind.Ponded ? "people" : "swap", $"{LeadWords.Of(passed.Kind)} {to}{by}{rule}", [to], string.IsNullOrEmpty(quote) ? null : quote);
    }
}
