using System.Globalization;
using System.Text.Json;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Csv;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>The loans of a view as a file, written window by window. Who took it stands in the audit trail.</summary>
public sealed class LoanGridExport(CrmWork work, CurrentMember me, LoanChoicesQuery choices)
{
    private const int Window = 1_000;

    /// <param name="View">Filter and order.</param>
    /// <param name="LoanIds">Only these; null for all that match.</param>
    public sealed record Input(LoanView View, IReadOnlyList<Guid>? LoanIds = null);

    /// <summary>Notes the export, and gives back what writes the file; refuses before a byte is written.</summary>
    public async Task<Outcome<LoanFile>> ReadAsync(Input input, CancellationToken ct)
    {
        var named = await choices.ReadAsync(ct);
        if (!named.IsDone) return named.Refusal;

        await using var unit = await work.BeginAsync("loans.export", LoanPermissions.Export, ct);
        if (unit.Refused is { } refused) return refused;
        var view = me.SeesAmounts() ? input.View : input.View.WithoutAmounts();
        unit.Read(LoanTables.Loans, Guid.Empty, JsonSerializer.Serialize(new { view = view.ToQuery(), chosen = input.LoanIds?.Count }));
        var saved = await unit.SaveAsync(ct);
        if (!saved.IsDone) return saved.Refusal;

        var name = $"loans-{me.DayOf(unit.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv";
        return new LoanFile(name, (into, stop) => WriteAsync(into, view, input.LoanIds?.ToArray(), named.Value, stop));
    }

    private async Task WriteAsync(Stream into, LoanView view, Guid[]? ids, LoanChoices named, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.export", LoanPermissions.Export, ct);
        if (unit.Refused is not null) return;

        var amounts = me.SeesAmounts();
        var loans = unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Export);
        loans = ids is null ? loans.Matching(view.Filter, new(unit.Db, me, unit.At)) : loans.Where(loan => ids.Contains(loan.Id));
        var windows = new LoanGridWindow(unit.Db, loans, ids is null && view.Filter.IsAboutOpenLoans, ids is not null || view.Filter.IsAboutFewPeople, view.Sort, view.Descending, amounts);

        await using var file = new CsvExport(into);
        await file.RowAsync([
            "Loan number", "Borrower", .. amounts ? new[] { "Amount", "LTV" } : [], "Stage", "Days in stage", "Lock expires", "Closing", "Product", "Purpose", "Source", "Officer", "Processor", "Opened",
        ]);
        for (List<LoanGridRow> rows = []; !ct.IsCancellationRequested;)
        {
            rows = await windows.RowsAsync(rows.LastOrDefault(), isBack: false, Window, ct);
            foreach (var row in rows) await RowAsync(file, row, named, amounts, unit.At);
            if (rows.Count < Window) return;
        }
    }

    private ValueTask RowAsync(CsvExport file, LoanGridRow row, LoanChoices named, bool amounts, DateTimeOffset now)
    {
        file.Text(row.Number).Text(row.BorrowerName);
        if (amounts) file.Number(row.Amount).Number(row.Ltv is { } ltv ? Math.Round(ltv, 2, MidpointRounding.AwayFromZero) : null);
        file.Text(named.Stage(row.StageId)?.Name).Number(Math.Max(0, (int)(now - row.StageSince).TotalDays)).Date(row.LockExpiresOn).Date(row.ClosingOn)
            .Text(row.Product).Text(row.Purpose is { } purpose ? LoanWords.Of(purpose) : null).Text(row.Source).Text(named.Name(row.OfficerId)).Text(named.Name(row.ProcessorId)).Date(me.DayOf(row.CreatedAt));
        return file.EndRowAsync();
    }
}

/// <summary>A file that is written as it is read.</summary>
public sealed record LoanFile(string Name, Func<Stream, CancellationToken, Task> WriteAsync);
