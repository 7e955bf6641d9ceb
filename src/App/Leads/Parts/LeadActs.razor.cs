using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Leads.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Parts;

/// <summary>Carries the verbs of the inbox out, and says what they did.</summary>
public partial class LeadActs(AssignLeads assign, SnoozeLeads snooze, EndLeads end, TagLeads tag, UndoToast toast, Toasts toasts, ViewerClock viewer, CurrentMember me, TimeProvider clock)
{
    private static readonly string[] usualReasons = ["Went with another lender", "No answer after several attempts", "Not buying any more", "Cannot qualify now", "Wrong number or spam"];

    private ConfirmDialog lose = default!, label = default!, until = default!;
    private LeadStatus ending = LeadStatus.Lost;
    private string reason = "", tagged = "";
    private DateTime moment;
    private string? problem;

    [Parameter, EditorRequired] public LeadChoices Choices { get; set; } = default!;

    /// <summary>Shows the list and the record anew.</summary>
    [Parameter, EditorRequired] public Func<Task> Reload { get; set; } = default!;

    /// <summary>Gives leads to a member, or puts them into a pond.</summary>
    public async Task AssignAsync(IReadOnlyList<Guid> leads, Guid? member, Guid? pond) => await SayAsync(await assign.RunAsync(new(leads, member, pond), CancellationToken.None));

    /// <summary>Snoozes leads until an instant.</summary>
    public async Task SnoozeAsync(IReadOnlyList<Guid> leads, DateTimeOffset when) => await SayAsync(await snooze.RunAsync(new(leads, when), CancellationToken.None));

    /// <summary>Asks until when, and snoozes leads.</summary>
    public async Task SnoozeAsync(IReadOnlyList<Guid> leads)
    {
        (moment, problem) = (viewer.Local(clock.GetUtcNow()).Date.AddDays(1).AddHours(SnoozeTimes.Morning), null);
        while (await until.AskAsync("Snooze until when?", "The lead leaves the inbox and comes back by itself.", "Snooze"))
        {
            var outcome = await snooze.RunAsync(new(leads, SnoozeTimes.At(moment, me.TimeZone)), CancellationToken.None);
            problem = outcome.Refusal?.Message;
            if (problem is not null) continue;
            await SayAsync(outcome);
            return;
        }
    }

    /// <summary>Asks why, and ends leads.</summary>
    public async Task LoseAsync(IReadOnlyList<Guid> leads, string what)
    {
        problem = null;
        while (await lose.AskAsync($"End {what}?", "It leaves the inbox; the history keeps the reason. You can undo this, or reopen it later.", "End"))
        {
            var outcome = await end.RunAsync(new(leads, ending, reason), CancellationToken.None);
            problem = outcome.Refusal?.Message;
            if (problem is not null) continue;
            reason = "";
            await SayAsync(outcome);
            return;
        }
    }

    /// <summary>Asks for a tag, and puts it on leads.</summary>
    public async Task TagAsync(IReadOnlyList<Guid> leads, string what)
    {
        problem = null;
        while (await label.AskAsync($"Tag {what}", "A tag nobody used before is made on the way.", "Tag"))
        {
            var outcome = await tag.RunAsync(new(leads, tagged), CancellationToken.None);
            problem = outcome.Refusal?.Message;
            if (problem is not null) continue;
            tagged = "";
            await SayAsync(outcome);
            return;
        }
    }

    /// <summary>Says what one verb did, and shows the list anew.</summary>
    public async Task SayAsync(Outcome<Changed> outcome)
    {
        toast.Show(outcome, Reload);
        await Reload();
    }

    private async Task SayAsync(Outcome<LeadsWorked> outcome)
    {
        if (outcome.Value is { Left.Count: > 0 } some) toasts.Refused(Said(some.Left));
        if (outcome.Value is { Changed: { } changed }) toast.Show(changed, Reload);
        else if (outcome.Refusal is { } refused) toasts.Refused(refused);
        await Reload();
    }

    private static string Said(IReadOnlyList<LeadLeft> left) => left is [var one] ? $"{one.Name} stayed as it was: {one.Why}" : $"{left.Count} leads stayed as they were. {left[0].Name}: {left[0].Why}";
}
