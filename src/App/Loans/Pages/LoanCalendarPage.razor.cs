using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Live;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Loans.Pages;

/// <summary>Closings, lock expiries and disclosure dates as a month, a week, an agenda and a table.</summary>
public partial class LoanCalendarPage(LoanCalendarQuery query, ViewerClock clock, NavigationManager navigation, OrganizationFeed feed, CurrentMember me, IJSRuntime js)
{
    private LoanCalendar? calendar;
    private CalendarView view = default!;
    private Refusal? refusal;
    private IDisposable? subscription;

    /// <summary>The layout: "week".</summary>
    [SupplyParameterFromQuery] public string? Look { get; set; }

    /// <summary>A day in it: "2026-11-21".</summary>
    [SupplyParameterFromQuery] public string? Day { get; set; }

    [SupplyParameterFromQuery] public string? Officer { get; set; }

    [SupplyParameterFromQuery] public string? Branch { get; set; }

    /// <summary>The kinds: "closings,locks,cd"; all of them without.</summary>
    [SupplyParameterFromQuery] public string? Show { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        view = CalendarView.Of(Look, Day, Officer, Branch, Show, clock.Today);
        await ReloadAsync();
        if (RendererInfo.IsInteractive && me.IsKnown)
            subscription ??= feed.Subscribe(me.OrgId, change =>
            {
                if (change.Touches("loans") || change.Touches("disclosures")) _ = InvokeAsync(ReloadAsync);
            });
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeVoidAsync("import", $"./{Assets["js/calendar.js"]}");
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(view.First, view.Last, view.Filter, Leaving);
        (calendar, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void GoTo(LoanCalendarFilter filter) => navigation.NavigateTo(Href(view with { Filter = filter }));

    private string Href(CalendarView to) => to.ToHref(clock.Today);

    private static Guid? IdOf(ChangeEventArgs choice) => Guid.TryParse(choice.Value?.ToString(), out var id) ? id : null;

    private static string KeyOf(CalendarLook look) => look switch
    {
        CalendarLook.Month => "m",
        CalendarLook.Week => "w",
        CalendarLook.Agenda => "a",
        _ => "b",
    };
}
