using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Shell.Live;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Papers.Pages;

/// <summary>What a processor works down: documents to look at, late ones, those about to expire, open conditions.</summary>
public partial class PaperDeskPage(PaperDeskQuery query, OrganizationFeed feed, CurrentMember me, ViewerClock clock)
{
    private static readonly string[] watched = ["document_requests", "loan_conditions"];

    private PaperDeskView? view;
    private Refusal? refusal;
    private IDisposable? subscription;

    [SupplyParameterFromQuery] public bool Mine { get; set; }

    private bool IsEmpty => view!.ToReview.Count + view.Overdue.Count + view.DueSoon.Count + view.Expiring.Count + view.Conditions.Count == 0;

    private IEnumerable<(string Id, string Name, IReadOnlyList<DeskLine> Lines)> Groups => new (string, string, IReadOnlyList<DeskLine>)[]
    {
        ("review", "To review", view!.ToReview), ("late", "Late", view.Overdue), ("soon", "Due within a week", view.DueSoon), ("expiring", "About to expire", view.Expiring),
    }.Where(group => group.Item3.Count > 0);

    protected override async Task OnParametersSetAsync()
    {
        await ReloadAsync();
        if (RendererInfo.IsInteractive && me.IsKnown)
            subscription ??= feed.Subscribe(me.OrgId, change =>
            {
                if (watched.Any(change.Touches)) _ = InvokeAsync(ReloadAsync);
            });
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Mine, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private string? Who(Guid? member) => member is { } id ? view!.Names.GetValueOrDefault(id) : null;

    private (string, Tone)? Due(DeskLine line) => line switch
    {
        { Status: DocumentStatus.Accepted, ExpiresOn: { } last } => (last < view!.Today ? "Expired" : $"Good until {LoanWords.Day(last, view.Today)}", PaperWords.ToneOf(last, view.Today)),
        { DueOn: { } due } => (PaperWords.Due(due, view!.Today), PaperWords.ToneOf(due, view.Today)),
        _ => null,
    };

    private string Says(DeskLine line) => line.Status switch
    {
        DocumentStatus.Uploaded => $"Came {At(line.Since)}",
        DocumentStatus.InReview => $"In review since {At(line.Since)}",
        DocumentStatus.Rejected => $"Sent back: {PaperWords.Why(line.Rejection, line.Reason)}",
        DocumentStatus.Requested => line.ToldTimes switch { 0 => "Not mailed yet", 1 => "Asked once", var times => $"Asked {times} times" },
        _ => PaperWords.Of(line.Status),
    };

    private string At(DateTimeOffset at) => clock.Local(at).ToString("MMM d, h:mm tt", System.Globalization.CultureInfo.GetCultureInfo("en-US"));
}
