using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.StageRail;
using CrmStudio.App.Kit.Timeline;
using CrmStudio.App.Kit.ViewTabs;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Drafts.Queries;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Palette;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Pages;

/// <summary>The record of one loan.</summary>
public partial class LoanPage(
    LoanDetailQuery query, AdvanceLoan advance, EndLoan end, ReopenLoan reopen, UndoToast toast, OrganizationFeed feed, CurrentMember me, ViewerClock viewer, DraftQuery drafts)
{
    private LoanDetail? loan;
    private PaletteOffer? offer;
    private NoteComposer? composer;
    private Refusal? refusal;
    private IReadOnlyList<RailStage> rail = [];
    private IReadOnlyList<TimelineEntry> timeline = [];
    private bool isEditing, isBusy;
    private ReasonDialog why = default!;
    private EndLoanDialog how = default!;
    private IDisposable? subscription;

    private EventCallback<Outcome<Changed>> saved;
    private IReadOnlyList<ViewTab> tabs = [];

    [Parameter] public Guid LoanId { get; set; }

    /// <summary>Which side of the record is open; the overview without it.</summary>
    [SupplyParameterFromQuery] public string? Tab { get; set; }

    /// <summary>The document the side of the needs list opens.</summary>
    [SupplyParameterFromQuery] public Guid? Doc { get; set; }

    private int CurrentStage => loan is null ? 0 : loan.Stages.Count(stage => stage.Position < loan.Stages.Single(current => current.Id == loan.StageId).Position);

    private LoanStageStep? Next => loan is null ? null : loan.Stages.ElementAtOrDefault(CurrentStage + 1);

    private string Headline => string.Concat(
        new[] { loan!.Terms.Product, loan.Terms.Purpose is { } purpose ? LoanWords.Of(purpose) : null, PropertyLine }
            .Where(part => !string.IsNullOrEmpty(part)).Select((part, place) => place == 0 && loan.Terms.Amount is null ? part : $" · {part}"));

    private string? PropertyLine => loan?.Address is null && loan?.City is null ? null
        : string.Join(", ", new[] { loan.Address, loan.City, $"{loan.State} {loan.Zip}".Trim() }.Where(part => !string.IsNullOrEmpty(part)));

    private string? RateAndTerm => (loan!.Terms.NoteRate, loan.Terms.TermMonths) switch
    {
        ({ } rate, { } months) => $"{LoanWords.Rate(rate)}, {months} months",
        ({ } rate, null) => LoanWords.Rate(rate),
        (null, { } months) => $"{months} months",
        _ => null,
    };

    protected override void OnInitialized() => saved = EventCallback.Factory.Create<Outcome<Changed>>(this, SavedAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (loan?.Id == LoanId) tabs = TabsOf(loan);
        else await OpenAsync();
        if (RendererInfo.IsInteractive && me.IsKnown)
            subscription ??= feed.Subscribe(me.OrgId, change =>
            {
                if (change.Touches("activities") || change.Touches(LoanTables.Tasks) || change.Rows.Values.Any(rows => rows.Contains(LoanId)))
                    _ = InvokeAsync(ReloadAsync);
            });
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task OpenAsync()
    {
        isEditing = false;
        await ReloadAsync();
        if (!RendererInfo.IsInteractive || loan is not { MayEdit: true, EndedAt: null }) return;
        isEditing = (await drafts.ReadAsync([LoanForm.FormOf(LoanId)], Leaving)).Value is { Count: > 0 };   // the form opens with what was typed into it
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(LoanId, Leaving);
        (loan, refusal) = (read.Value, read.Refusal);
        if (loan is not null)
        {
            rail = [.. loan.Stages.Select(stage => new RailStage(stage.Name, stage.ReachedOn is { } on ? LoanWords.ShortDay(on) : null))];
            timeline = [.. loan.Timeline.Select(EntryOf)];
            tabs = TabsOf(loan);
        }
        offer = loan is null ? null : new PaletteOffer("On this loan", loan.BorrowerName, LoanUrls.For(loan.Id), "board", [.. Verbs(loan)]);
        StateHasChanged();
    }

    private IReadOnlyList<ViewTab> TabsOf(LoanDetail shown)
    {
        var open = LoanTabs.Of(Tab, shown);
        return
        [
            new("Overview", LoanUrls.For(shown.Id), IsCurrent: open is null),
            .. LoanTabs.All.Where(tab => tab.IsShown(shown)).Select(tab => new ViewTab(tab.Label, LoanUrls.For(shown.Id, tab.Key), tab.Count?.Invoke(shown), IsCurrent: tab == open)),
        ];
    }

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
        toast.Show(outcome, ReloadAsync);
        if (outcome.IsDone) isEditing = false;
        await ReloadAsync();
    }

    private async Task MoveAsync(LoanStageStep stage)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await advance.RunAsync(new(LoanId, stage.Id, null), CancellationToken.None);
        if (outcome.Refusal?.Code == "loans.reason-needed"
            && await why.AskAsync($"Move {loan!.BorrowerName} back to {stage.Name}?", "The history keeps the reason.", "Move back") is { } reason)
            outcome = await advance.RunAsync(new(LoanId, stage.Id, reason), CancellationToken.None);
        isBusy = false;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task EndAsync()
    {
        if (await how.AskAsync($"the loan of {loan!.BorrowerName}", loan.Endings) is not { } asked) return;
        await SavedAsync(await end.RunAsync(new(LoanId, asked.EndingId, asked.Reason, asked.Denial, asked.OtherDenial), CancellationToken.None));
    }

    private async Task ReopenAsync()
    {
        if (await why.AskAsync($"Reopen the loan of {loan!.BorrowerName}?", "It goes back to the stage it was in. The history keeps the reason.", "Reopen") is { } reason)
            await SavedAsync(await reopen.RunAsync(new(LoanId, reason), CancellationToken.None));
    }

    private IEnumerable<PaletteVerb> Verbs(LoanDetail shown)
    {
        if (shown is { MayMove: true, EndedAt: null })
            foreach (var (stage, place) in shown.Stages.Select((stage, place) => (stage, place)).Where(row => row.stage.Id != shown.StageId).OrderByDescending(row => row.stage == Next))
                yield return new PaletteVerb($"Move to {stage.Name}", "right", () => MoveAsync(stage)) { Key = place < 9 ? $"{place + 1}" : null, IsQuiet = stage != Next };
        if (shown.MayNote)
        {
            yield return new PaletteVerb("Log a call", "phone", () => StartAsync(ActivityKind.Call)) { Key = "l" };
            yield return new PaletteVerb("Write a note", "note", () => StartAsync(ActivityKind.Note)) { Key = "n" };
        }
        if (shown is { MayEdit: true, EndedAt: null }) yield return new PaletteVerb("Edit this loan", "sliders", EditAsync) { Key = "e" };
        if (shown is { MayMove: true, EndedAt: null }) yield return new PaletteVerb("End this loan…", "flag", EndAsync);
        if (shown is { MayMove: true, EndedAt: not null }) yield return new PaletteVerb("Reopen this loan", "undo", ReopenAsync);
    }

    private Task StartAsync(ActivityKind kind) => composer?.StartAsync(kind) ?? Task.CompletedTask;

    private Task EditAsync()
    {
        isEditing = !isEditing;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private string? NameOf(Guid? memberId) => loan?.Members.SingleOrDefault(member => member.Id == memberId)?.Name;

    private TimelineEntry EntryOf(LoanTimelineLine line) => new(
        line.Id, viewer.Local(line.At),
        line.Kind switch { null => "board", ActivityKind.Call => "phone", ActivityKind.Email => "mail", ActivityKind.Note => "note", ActivityKind.Meeting => "people", _ => "info" },
        $"{line.Who} {line.What}".Trim(), line.Who.Length > 0 ? [line.Who] : [], line.Text, line.Kind is ActivityKind.Note);
}
