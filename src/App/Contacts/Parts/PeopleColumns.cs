using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.Views;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Kit.Menu;

namespace CrmStudio.App.Contacts.Parts;

/// <summary>The columns of the list of people. Every field of the organization's own can be one.</summary>
public static class PeopleColumns
{
    private static readonly string[] usual = ["name", "kind", "company", "email", "phone", "state", "owner", "touch", "tags"];

    /// <summary>Every column there is.</summary>
    public static IReadOnlyList<DataColumn<PeopleRow>> All(PeopleChoices choices, DateOnly today, Func<DateTimeOffset, DateTimeOffset> local) =>
    [
        new() { Id = "name", Title = "Name", Width = 200, CanSort = true, IsFixed = true, IsUnique = true, Phone = PhonePlace.Title, Cell = row => $"""<a href="{ContactUrls.For(row.Id)}">{row.Name}</a>""" },
        new() { Id = "kind", Title = "Kind", Width = 92, Phone = PhonePlace.Figure, Cell = row => Tag.Of(ContactWords.Of(row.Kind), ContactWords.ToneOf(row.Kind)) },
        new() { Id = "company", Title = "Company", Width = 160, IsExtra = true, Look = "t2", Cell = row => row.CompanyId is { } id ? (Html)$"""<a href="{ContactUrls.ForCompany(id)}">{row.Company}</a>""" : default },
        new() { Id = "email", Title = "E-mail", IsUnique = true, IsExtra = true, Look = "t2", Phone = PhonePlace.Line, Cell = row => $"""<span class="trunc">{row.Email}</span>""" },
        new() { Id = "phone", Title = "Phone", Width = 196, IsUnique = true, Look = "num", Cell = PhoneCell },
        new() { Id = "state", Title = "State", Width = 56, Cell = row => $"{row.State}" },
        new() { Id = "owner", Title = "Owner", Width = 66, Phone = PhonePlace.Mark, Cell = row => choices.Name(row.OwnerId) is { } owner ? Avatar.Of(owner) : default },
        new() { Id = "touch", Title = "Last touch", Width = 108, CanSort = true, Look = "t2", Phone = PhonePlace.Line, Cell = row => $"""<span class="{(row.LastTouchAt is null ? "t3" : null)}">{ContactWords.Ago(row.LastTouchAt, today, local)}</span>""" },
        new() { Id = "tags", Title = "Tags", Width = 170, IsExtra = true, Cell = TagCell },
        new() { Id = "job", Title = "Job title", Width = 130, IsExtra = true, Look = "t2", Cell = row => $"{row.JobTitle}" },
        new() { Id = "source", Title = "Source", Width = 110, IsExtra = true, Look = "t2", Cell = row => $"{row.Source}" },
        new() { Id = "created", Title = "Entered", Width = 108, CanSort = true, SortsDownFirst = true, Look = "t2", Cell = row => $"{ContactWords.Day(DateOnly.FromDateTime(local(row.CreatedAt).DateTime))}" },
        .. choices.FieldsOf(ContactTables.Contacts).Select(field => new DataColumn<PeopleRow> { Id = $"own-{field.Name}", Title = field.Label, Width = 130, IsExtra = true, Look = "t2", Cell = row => $"{row.Own.GetValueOrDefault(field.Id)}" }),
    ];

    /// <summary>The columns a view names, the usual ones when it names none.</summary>
    public static IReadOnlyList<DataColumn<PeopleRow>> Shown(IReadOnlyList<DataColumn<PeopleRow>> all, PeopleView view) => [.. all.Where(column => column.IsFixed || (view.Columns ?? usual).Contains(column.Id))];

    /// <summary>The menu that shows and hides columns.</summary>
    public static Piece Menu(IReadOnlyList<DataColumn<PeopleRow>> all, IReadOnlyList<DataColumn<PeopleRow>> shown)
    {
        Html items = $"";
        foreach (var column in all) if (!column.IsFixed) items.Add(MenuPiece.Choice(column.Id, column.Title, shown.Contains(column)));
        return Html.Shared(MenuPiece.Of("columns", "Columns", "btn btn-quiet btn-s only-l", "Columns", $"{Icons.Of("sliders")}", items));
    }

    /// <summary>The columns wanted once one was shown or hidden; null for the usual ones.</summary>
    public static IReadOnlyList<string>? Turn(IReadOnlyList<DataColumn<PeopleRow>> all, IReadOnlyList<DataColumn<PeopleRow>> shown, string id)
    {
        var now = all.Where(column => column.IsFixed || column.Id == id != shown.Contains(column)).Select(column => column.Id).ToList();
        return now.Order().SequenceEqual(usual.Order()) ? null : now;
    }

    /// <summary>"68", or "10,000+".</summary>
    public static string Count(int count) => count > PeopleQuery.Cap ? "10,000+" : count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static Html PhoneCell(PeopleRow row)
    {
        if (row.DoNotCallSince is null) return $"{row.Phone}";
        return $"""<span class="flex">{row.Phone}{Tag.Of("no calls", Tone.Bad)}</span>""";
    }

    private static Html TagCell(PeopleRow row)
    {
        if (row.Tags.Length == 0) return default;
        Html tags = $"";
        foreach (var tag in row.Tags.Split(", ").Take(2)) tags.Add(Tag.Of(tag, Tone.Plain));
        var more = row.Tags.Split(", ").Length - 2;
        if (more > 0) tags.Add($"""<span class="t3">+{more}</span>""");
        return $"""<span class="flex" title="{row.Tags}">{tags}</span>""";
    }
}
