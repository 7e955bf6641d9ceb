using System.Globalization;
using CrmStudio.App.Contacts.Parts;
using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Filters;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>The record of one company.</summary>
public partial class CompanyPage(CompanyQuery query, PeopleChoicesQuery choiceQuery, EditCompany edit, UndoToast undo, OrganizationFeed feed, CurrentMember me, ViewerClock viewer)
{
    private static readonly IReadOnlyList<FilterOption> kinds = [.. Enum.GetValues<CompanyKind>().Select(kind => new FilterOption(kind.ToString(), ContactWords.Of(kind)))];
    private static readonly string[] links = [nameof(CompanyFacts.Website), nameof(CompanyFacts.LinkedIn), nameof(CompanyFacts.Facebook), nameof(CompanyFacts.Instagram)];
    private CompanyDetail? company;
    private PeopleChoices? choices;
    private Refusal? refusal;
    private BothValues both = default!;
    private IDisposable? subscription;

    [Parameter] public Guid CompanyId { get; set; }

    private string Headline => string.Join(" · ", new[]
    {
        string.Join(", ", new[] { company!.Facts.City, company.Facts.State }.Where(part => part is not null)),
        company.Facts.Rating is { } stars ? $"{stars.ToString("0.0", CultureInfo.InvariantCulture)} stars{(company.Facts.RatingCount is { } count ? $" of {count:N0} reviews" : null)}" : null,
        company.Facts.LicenceNumber is { } number ? $"licence {number}{(company.Facts.LicenceState is { } state ? $" ({state})" : null)}" : null,
    }.Where(part => !string.IsNullOrEmpty(part)));

    protected override async Task OnParametersSetAsync()
    {
        if (company?.Id != CompanyId) await ReloadAsync();
        if (RendererInfo.IsInteractive && me.IsKnown) subscription ??= feed.Subscribe(me.OrgId, change =>
        {
            if (change.Rows.Values.Any(rows => rows.Contains(CompanyId))) _ = InvokeAsync(ReloadAsync);
        });
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var named = await choiceQuery.ReadAsync(Leaving);
        var read = await query.ReadAsync(CompanyId, Leaving);
        (choices, company, refusal) = (named.Value, read.Value, named.Refusal ?? read.Refusal);
        StateHasChanged();
    }

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
        if (outcome != default) undo.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task<Refusal?> EditAsync(string fact, string? was, string? text)
    {
        var outcome = await edit.RunAsync(new(CompanyId, fact, was, text), CancellationToken.None);
        if (outcome.Value is { IsConflict: true } conflict)
        {
            if (!await both.AskAsync(company!.Facts.Name!, text, conflict.Theirs))
            {
                await ReloadAsync();
                return null;
            }
            outcome = await edit.RunAsync(new(CompanyId, fact, conflict.Theirs, text), CancellationToken.None);
        }
        if (outcome.Value is { Changed: { } changed }) await SavedAsync(changed);
        return outcome.Value is { IsConflict: true } ? Refusal.ChangedMeanwhile : outcome.Refusal;
    }

    /// <summary>Links and addresses can be followed; the rest is read.</summary>
    private RenderFragment? Shown(string fact)
    {
        if (CompanyFact.ValueOf(company!.Facts, fact) is not { } value) return null;
        var href = links.Contains(fact) ? value : fact == nameof(CompanyFacts.Email) ? $"mailto:{value}" : fact == nameof(CompanyFacts.Phone) ? $"tel:{value}" : null;
        if (href is null) return null;
        return builder =>
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "link");
            builder.AddAttribute(2, "href", href);
            builder.AddAttribute(3, "rel", "noreferrer noopener");
            builder.AddContent(4, links.Contains(fact) ? new Uri(value).Host + new Uri(value).AbsolutePath.TrimEnd('/') : value);
            builder.CloseElement();
        };
    }
}
