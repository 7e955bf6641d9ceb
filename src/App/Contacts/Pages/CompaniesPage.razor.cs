using System.Globalization;
using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>The companies by name. The address says what is looked for.</summary>
public partial class CompaniesPage(CompaniesQuery query, PeopleChoicesQuery choiceQuery, ViewerClock viewer, NavigationManager navigation)
{
    /// <summary>Rows a circuit keeps; who scrolls further looks for a name.</summary>
    public const int MostRows = 500;

    private readonly List<CompanyRow> rows = [];
    private IReadOnlyList<DataColumn<CompanyRow>> columns = [];
    private PeopleChoices? choices;
    private CompanyRow? peeked;
    private CompanyKind? kind;
    private Refusal? refusal;
    private bool hasMore, isRead;

    [SupplyParameterFromQuery(Name = "q")] public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] public string? Which { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        kind = Read(Which);
        peeked = null;
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();
        if (columns.Count == 0) columns = ColumnsOn(viewer.Today);
        choices ??= (await choiceQuery.ReadAsync(Leaving)).Value;
        rows.Clear();
        await ReadAsync(null);
    }

    private static CompanyKind? Read(string? word) => Enum.TryParse<CompanyKind>(word, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    private static string PlaceOf(CompanyRow row) => string.Join(", ", new[] { row.City, row.State }.Where(part => part is not null));

    private void Go(string? text, CompanyKind? which) => navigation.NavigateTo(ContactUrls.CompaniesOf(text, which));

    private void PeekAt(string? key) => peeked = rows.Find(row => row.Id.ToString() == key);

    private void StepPeek(int by) => peeked = rows.ElementAtOrDefault(rows.FindIndex(row => row.Id == peeked?.Id) + by) ?? peeked;

    private Task MoreAsync() => rows.Count == 0 || !hasMore ? Task.CompletedTask : ReadAsync(rows[^1]);

    private async Task ReadAsync(CompanyRow? after)
    {
        var read = await query.ReadAsync(new(kind, Text, after), Leaving);
        (refusal, isRead) = (read.Refusal, true);
        if (read.Value is not { } part) return;
        rows.AddRange(part.Rows);
        hasMore = part.HasMore && rows.Count < MostRows;
    }

    private static IReadOnlyList<DataColumn<CompanyRow>> ColumnsOn(DateOnly today) =>
    [
        new() { Id = "name", Title = "Name", IsFixed = true, IsUnique = true, Phone = PhonePlace.Title, Cell = row => $"""<a href="{ContactUrls.ForCompany(row.Id)}">{row.Name}</a>""" },
        new() { Id = "kind", Title = "What they do", Width = 130, Phone = PhonePlace.Line, Look = "t2", Cell = row => $"{ContactWords.Of(row.Kind)}" },
        new() { Id = "city", Title = "Place", Width = 170, Look = "t2", Cell = row => $"{PlaceOf(row)}" },
        new() { Id = "people", Title = "People", Width = 72, IsRight = true, Phone = PhonePlace.Figure, Cell = row => $"{row.People}" },
        new() { Id = "phone", Title = "Phone", Width = 140, IsUnique = true, Look = "num", Cell = row => $"{row.Phone}" },
        new() { Id = "domain", Title = "Domain", Width = 170, IsUnique = true, Look = "t2", Cell = row => $"{row.Domain}" },
        new() { Id = "rating", Title = "Rating", Width = 110, IsRight = true, Cell = RatingCell },
        new() { Id = "licence", Title = "Licence until", Width = 120, Cell = row => LicenceCell(row, today) },
    ];

    private static Html RatingCell(CompanyRow row)
    {
        if (row.Rating is not { } stars) return default;
        Html of = $"";
        if (row.RatingCount is { } count) of = $""" <span class="t3">of {count.ToString("N0", CultureInfo.InvariantCulture)}</span>""";
        return $"""<span class="num">{stars.ToString("0.0", CultureInfo.InvariantCulture)}{of}</span>""";
    }

    private static Html LicenceCell(CompanyRow row, DateOnly today)
    {
        if (row.LicenceExpiresOn is not { } until) return default;
        if (until < today) return Kit.Marks.Tag.Of("Expired", Tone.Bad);
        return $"{ContactWords.Day(until)}";
    }
}
