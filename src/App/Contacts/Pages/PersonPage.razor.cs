using CrmStudio.App.Contacts.Parts;
using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Timeline;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Palette;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>The record of one person: facts to the right, and one timeline of everything that happened with them anywhere.</summary>
public partial class PersonPage(
    PersonQuery query, PersonTimelineQuery lines, PeopleChoicesQuery choiceQuery, UndoToast undo, Toasts toasts, OrganizationFeed feed, CurrentMember me, ViewerClock viewer)
{
    private IReadOnlyList<PersonTimelineLine> told = [];
    private IReadOnlyList<TimelineEntry> timeline = [];
    private PersonDetail? person;
    private PeopleChoices? choices;
    private PaletteOffer? offer;
    private TouchComposer? composer;
    private Refusal? refusal;
    private IDisposable? subscription;
    private Guid? shownId;
    private bool hasMore;

    [Parameter] public Guid ContactId { get; set; }

    private string Headline => string.Join(" · ", new[]
    {
        person!.Facts.JobTitle, person.Company, person.Facts.State, choices!.Name(person.OwnerId) is { } owner ? $"looked after by {owner}" : "looked after by nobody",
        $"last touch {ContactWords.Ago(person.LastTouchAt, viewer.Today, viewer.Local)}",
    }.Where(part => !string.IsNullOrEmpty(part)));

    protected override async Task OnParametersSetAsync()
    {
        if (person?.Id != ContactId) await ReloadAsync();
        if (RendererInfo.IsInteractive && me.IsKnown)
            subscription ??= feed.Subscribe(me.OrgId, change =>
            {
                if (change.Touches("activities") || change.Rows.Values.Any(rows => rows.Contains(ContactId))) _ = InvokeAsync(ReloadAsync);
            });
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var named = await choiceQuery.ReadAsync(Leaving);
        var read = await query.ReadAsync(ContactId, Leaving);
        var newest = (await lines.ReadAsync(ContactId, null, Leaving)).Value;
        (choices, person, refusal) = (named.Value, read.Value, named.Refusal ?? read.Refusal);
        Show(newest, Older(newest));
        offer = person is null ? null : new PaletteOffer("On this person", person.Name, ContactUrls.For(person.Id), "person", [.. Verbs(person)]);
        StateHasChanged();
    }

    private async Task MoreAsync()
    {
        var before = told;
        if (before is [] || (await lines.ReadAsync(ContactId, MarkOf(before[^1]), Leaving)).Value is not { } further || !ReferenceEquals(before, told)) return;
        Show(new([.. before, .. further.Lines], further.HasMore), []);
    }

    // What was scrolled to stays: only the newest window is read anew.
    private IReadOnlyList<PersonTimelineLine> Older(PersonTimeline? newest)
    {
        if (newest is not { HasMore: true, Lines: [.., var last] } || told is [] || person?.Id != shownId) return [];
        return [.. told.Where(line => line.Line.At < last.Line.At || (line.Line.At == last.Line.At && line.Line.Id.CompareTo(last.Line.Id) < 0))];
    }

    private void Show(PersonTimeline? newest, IReadOnlyList<PersonTimelineLine> older)
    {
        shownId = person?.Id;
        told = [.. newest?.Lines ?? [], .. older];
        hasMore = newest is { HasMore: true } && (older is [] || hasMore);
        timeline = [.. told.Select(EntryOf)];
    }

    private static TimelineMark MarkOf(PersonTimelineLine line) => new(line.Line.At, line.Line.Id);

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
        if (outcome.Value is { UndoId: null } done) toasts.Done(done.Summary);
        if (outcome != default) undo.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private IEnumerable<PaletteVerb> Verbs(PersonDetail shown)
    {
        if (!shown.MayEdit) yield break;
        yield return new PaletteVerb("Log a call", "phone", () => StartAsync(ActivityKind.Call)) { Key = "l" };
        yield return new PaletteVerb("Write a note", "note", () => StartAsync(ActivityKind.Note)) { Key = "n" };
        yield return new PaletteVerb("Log a meeting", "people", () => StartAsync(ActivityKind.Meeting)) { Key = "m" };
    }

    private Task StartAsync(ActivityKind kind) => composer?.StartAsync(kind) ?? Task.CompletedTask;

    private TimelineEntry EntryOf(PersonTimelineLine told)
    {
        var line = told.Line;
        return new(line.Id, viewer.Local(line.At), line.Icon, $"{told.Who} {line.What}{(line.About is { } about ? $" · {about}" : null)}".Trim(), told.Who.Length > 0 ? [told.Who] : [], line.Text, line.IsPrivate);
    }
}
