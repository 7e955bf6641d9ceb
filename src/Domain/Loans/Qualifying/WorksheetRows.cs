namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>The rows a worksheet is kept in, all of one loan.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Facts">Housing costs and closing facts.</param>
/// <param name="Incomes">Incomes.</param>
/// <param name="Liabilities">Debts.</param>
/// <param name="Assets">Assets.</param>
public sealed record WorksheetRows(Guid LoanId, LoanQualification Facts, IReadOnlyList<LoanIncome> Incomes, IReadOnlyList<LoanLiability> Liabilities, IReadOnlyList<LoanAsset> Assets)
{
    /// <summary>The sheet as it is kept.</summary>
    /// <param name="terms">The loan's own terms.</param>
    public Worksheet Sheet(LoanTerms terms) => new(
        terms, Facts.Housing(), Facts.Costs(), [.. Incomes.OrderBy(row => row.Position).Select(row => row.Line())],
        [.. Liabilities.OrderBy(row => row.Position).Select(row => row.Line())], [.. Assets.OrderBy(row => row.Position).Select(row => row.Line())]);

    /// <summary>Brings the rows to what a sheet says.</summary>
    /// <returns>Rows to add and rows to remove; the others are changed where they stand.</returns>
    public (IReadOnlyList<object> Added, IReadOnlyList<object> Removed) Write(Worksheet sheet)
    {
        var (added, removed) = (new List<object>(), new List<object>());
        Facts.Write(sheet);
        Bring(sheet.Incomes, Incomes, line => line.Id, row => row.Id, (row, place, line) => row.Write(place, line), (place, line) => new LoanIncome(LoanId, place, line));
        Bring(sheet.Liabilities, Liabilities, line => line.Id, row => row.Id, (row, place, line) => row.Write(place, line), (place, line) => new LoanLiability(LoanId, place, line));
        Bring(sheet.Assets, Assets, line => line.Id, row => row.Id, (row, place, line) => row.Write(place, line), (place, line) => new LoanAsset(LoanId, place, line));
        return (added, removed);

        void Bring<TLine, TRow>(IReadOnlyList<TLine> lines, IReadOnlyList<TRow> rows, Func<TLine, Guid> lineId, Func<TRow, Guid> rowId, Action<TRow, int, TLine> write, Func<int, TLine, TRow> make)
            where TRow : class
        {
            var kept = rows.ToDictionary(rowId);
            for (var place = 1; place <= lines.Count; place++)
            {
                var line = lines[place - 1];
                if (kept.Remove(lineId(line), out var row)) write(row, place, line);
                else added.Add(make(place, line));
            }
            removed.AddRange(kept.Values);
        }
    }
}
