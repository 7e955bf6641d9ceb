using System.Globalization;
using System.Text.Json;
using CrmStudio.App.Leads.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Queries;

/// <summary>The leads of a view as a file, written window by window. Who took it stands in the audit trail.</summary>
public sealed class LeadExport(CrmWork work, CurrentMember me, LeadChoicesQuery choices)
{
    private const int Window = 1_000;

    /// <summary>Notes the export, and gives back what writes the file; refuses before a byte is written.</summary>
    public async Task<Outcome<LeadFile>> ReadAsync(LeadView asked, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.export", LeadPermissions.Export, ct);
        if (unit.Refused is { } refused) return refused;
        var view = me.SeesLeadAmounts() ? asked : asked.WithoutAmounts();
        unit.Read(LeadTables.Leads, Guid.Empty, JsonSerializer.Serialize(new { view = view.ToQuery() }));
        var saved = await unit.SaveAsync(ct);
        if (!saved.IsDone) return saved.Refusal;
        var named = await choices.ReadAsync(ct);
        if (!named.IsDone) return named.Refusal;

        return new LeadFile($"leads-{me.DayOf(unit.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv", (into, stop) => WriteAsync(into, view, named.Value, stop));
    }

    private async Task WriteAsync(Stream into, LeadView view, LeadChoices named, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.export", LeadPermissions.Export, ct);
        if (unit.Refused is not null) return;

        var amounts = me.SeesLeadAmounts();
        var windows = new LeadWindow(unit.Db, unit.Db.LeadsOf(me, LeadPermissions.Export).AsNoTracking().Shown(view, unit.Db, me, unit.At), view.Sort, amounts);
        await using var file = new CsvExport(into);
        await file.RowAsync([
            "Name", "E-mail", "Phone", "Status", "Source", "Source detail", "Interest", .. amounts ? new[] { "Amount" } : [], "State", "Assignee", "Pond", "Score", "Attempts", "Received", "Last contact", "Next step", "Next step on", "Ended",
        ]);
        for (List<LeadRow> rows = []; !ct.IsCancellationRequested;)
        {
            rows = await windows.RowsAsync(rows.LastOrDefault(), Window, ct);
            foreach (var row in rows) await RowAsync(file, row, named, amounts);
            if (rows.Count < Window) return;
        }
    }

    private ValueTask RowAsync(CsvExport file, LeadRow row, LeadChoices named, bool amounts)
    {
        file.Text(row.Name).Text(row.Email).Text(row.Phone).Text(LeadWords.Of(row.Status)).Text(row.Source).Text(row.SourceDetail).Text(row.Interest is { } interest ? LeadWords.Of(interest) : null);
        if (amounts) file.Number(row.Amount);
        file.Text(row.State).Text(named.Name(row.AssigneeId)).Text(named.Pond(row.PondId)).Number(row.Score).Number(row.Attempts).Date(me.DayOf(row.ReceivedAt)).Date(Day(row.LastContactAt))
            .Text(row.NextStep).Date(row.NextStepOn).Date(Day(row.EndedAt));
        return file.EndRowAsync();
    }

    private DateOnly? Day(DateTimeOffset? at) => at is { } known ? me.DayOf(known) : null;
}

/// <summary>A file that is written as it is read.</summary>
public sealed record LeadFile(string Name, Func<Stream, CancellationToken, Task> WriteAsync);
