using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Load.Measures;

/// <summary>P3: a window near the end of 250,000 loans beside the first. Windows have 50 rows, so there are 5,000 of them.</summary>
public sealed class DeepPage : IMeasure
{
    private const int Windows = 5_000, Deep = 4_990;
    private static readonly LoanFilter all = LoanFilter.Of(new LoanCondition(LoanField.State, LoanOperator.Is, LoanStates.Any));

    public string Name => "P3";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await MeasureAsync(bench, LoanSort.Created, "created_at desc, id desc", ct);
        await MeasureAsync(bench, LoanSort.Amount, "amount_cents desc nulls last, id desc", ct);
        await MeasureAsync(bench, LoanSort.Borrower, "borrower_name desc, id desc", ct);
    }

    private static async Task MeasureAsync(MeasureBench bench, LoanSort sort, string order, CancellationToken ct)
    {
        var view = new LoanView(all, sort);
        var last = await RowBeforeAsync(bench, order, ct);
        await using var scope = await bench.Database.AsAsync(bench.Large.Admin);
        var query = scope.ServiceProvider.GetRequiredService<LoanGridQuery>();
        var calls = await Pairs.BlockAsync(bench.Of(50, 250, 500), () => query.ReadAsync(new(view, After: last, WithFigures: false), ct));

        await bench.KeepAsync(async () =>
        {
            var pairs = await Pairs.RunAsync(bench.Pairs,
                () => Pairs.PerCallAsync(calls, () => query.ReadAsync(new(view, After: last, WithFigures: false), ct)),
                () => Pairs.PerCallAsync(calls, () =>
                {
                    bench.Database.ForgetLoans(bench.Large.Admin);
                    return query.ReadAsync(new(view, WithFigures: false), ct);
                }));
            return new("P3", $"Window {Deep:n0} of {Windows:n0}, by {sort.ToString().ToLowerInvariant()}", pairs.Ours.Median, "ms")
            {
                Anchor = pairs.Anchor.Median, AnchorName = "the first window", Ratio = pairs.Ratios.Median, Spread = pairs.Ratios.Range(), Must = Limit.AtMost(1.5), Moonshot = Limit.AtMost(1.1),
            };
        });
    }

    // The row the window before ends with. Of a row the keyset reads its key and its id.
    private static async Task<LoanGridRow> RowBeforeAsync(MeasureBench bench, string order, CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(bench.Database.OwnerString);
        await owner.OpenAsync(ct);
        await using (var bind = new NpgsqlCommand("select set_config('app.org_id', $1, false)", owner) { Parameters = { new() { Value = bench.Large.Id.ToString() } } }) await bind.ExecuteNonQueryAsync(ct);
        await using var read = new NpgsqlCommand($"select id, number, borrower_name, amount, stage_id, stage_since, created_at from loans order by {order} offset {(Deep - 1) * LoanGridQuery.Window - 1} limit 1", owner);
        await using var row = await read.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) throw new InvalidOperationException("There are too few loans: seed the whole bench.");
        return new LoanGridRow(
            row.GetGuid(0), 0, row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetDecimal(3), null, row.GetGuid(4), row.GetFieldValue<DateTimeOffset>(5),
            null, null, null, null, null, null, null, row.GetFieldValue<DateTimeOffset>(6), null, false);
    }
}
