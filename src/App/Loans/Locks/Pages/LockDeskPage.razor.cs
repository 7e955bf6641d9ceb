using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Locks.Queries;
using CrmStudio.App.Shell.Live;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Locks.Pages;

/// <summary>What the lock desk has to do.</summary>
public partial class LockDeskPage(LockDeskQuery query, ViewerClock viewer, OrganizationFeed feed, CurrentMember me)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private LockDeskView? desk;
    private Refusal? refusal;
    private IDisposable? subscription;

    protected override async Task OnInitializedAsync()
    {
        await ReloadAsync();
        if (!RendererInfo.IsInteractive || !me.IsKnown) return;
        subscription = feed.Subscribe(me.OrgId, change =>
        {
            if (change.Touches("rate_locks")) _ = InvokeAsync(ReloadAsync);
        });
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (desk, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private static string Says(LockDeskAsk ask) => (ask.MoreDays is { } more ? $"{LockWords.Days(more)} more, now until {LoanWords.ShortDay(ask.ExpiresOn!.Value)}" : LockWords.Of(ask.Terms)) + (ask.Note is { } note ? $" · {note}" : "");
}
