using System.Globalization;
using System.Text.Json;
using CrmStudio.App.Contacts.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>The people of a view as a file, written window by window. Who took it stands in the audit trail.</summary>
public sealed class PeopleExport(CrmWork work, CurrentMember me, ContactSight sight, PeopleChoicesQuery choices)
{
    private const int Window = 1_000;

    /// <param name="View">Filter and order.</param>
    public sealed record Input(PeopleView View);

    /// <summary>Notes the export, and gives back what writes the file; refuses before a byte is written.</summary>
    public async Task<Outcome<PeopleFile>> ReadAsync(Input input, CancellationToken ct)
    {
        var named = await choices.ReadAsync(ct);
        if (!named.IsDone) return named.Refusal;
        await using var unit = await work.BeginAsync("contacts.export", ContactPermissions.Export, ct);
        if (unit.Refused is { } refused) return refused;
        unit.Read(ContactTables.Contacts, Guid.Empty, JsonSerializer.Serialize(new { view = input.View.ToQuery() }));
        var saved = await unit.SaveAsync(ct);
        if (!saved.IsDone) return saved.Refusal;
        return new PeopleFile($"people-{me.DayOf(unit.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv", (into, stop) => WriteAsync(into, input.View, named.Value, stop));
    }

    private async Task WriteAsync(Stream into, PeopleView view, PeopleChoices named, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.export", ContactPermissions.Export, ct);
        if (unit.Refused is not null) return;
        var viewing = new PeopleViewing(unit.Db, me, unit.At);
        var windows = new PeopleWindow(unit.Db, [.. sight.Parts(unit.Db, ContactPermissions.Export).Select(way => way.Matching(view, viewing))], view.Sort, view.IsDescending);
        var own = named.FieldsOf(ContactTables.Contacts).ToList();

        await using var file = new CsvExport(into);
        await file.RowAsync(["First name", "Last name", "Kind", "Job title", "Company", "E-mail", "Phone", "State", "Owner", "Last touch", "Do not call since", "Source", "Tags", "Entered", .. own.Select(field => field.Label)]);
        for (List<PeopleRow> rows = []; !ct.IsCancellationRequested;)
        {
            rows = await windows.RowsAsync(rows.LastOrDefault(), isBack: false, Window, ct);
            foreach (var row in rows)
            {
                file.Text(row.FirstName).Text(row.LastName).Text(ContactWords.Of(row.Kind)).Text(row.JobTitle).Text(row.Company).Text(row.Email).Text(row.Phone).Text(row.State).Text(named.Name(row.OwnerId))
                    .Date(row.LastTouchAt is { } touched ? me.DayOf(touched) : null).Date(row.DoNotCallSince is { } since ? me.DayOf(since) : null).Text(row.Source).Text(row.Tags).Date(me.DayOf(row.CreatedAt));
                foreach (var field in own) file.Text(row.Own.GetValueOrDefault(field.Id));
                await file.EndRowAsync();
            }
            if (rows.Count < Window) return;
        }
    }
}

/// <summary>A file that is written as it is read.</summary>
public sealed record PeopleFile(string Name, Func<Stream, CancellationToken, Task> WriteAsync);
