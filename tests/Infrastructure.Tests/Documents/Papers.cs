using CrmStudio.Infrastructure.Documents;

namespace CrmStudio.Infrastructure.Tests.Documents;

/// <summary>Documents the tests look at.</summary>
internal static class Papers
{
    public static readonly DocumentFacts Facts = new("Test", new DateTimeOffset(2026, 3, 4, 10, 30, 0, TimeSpan.Zero)) { Author = "Harborline Lending" };

    /// <summary>One page design with a column.</summary>
    public static PdfFile Of(Action<ColumnDesign> compose) => Of(Facts, page => page.Content().Column(compose));

    public static PdfFile Of(DocumentFacts facts, Action<PageDesign> compose) => PdfDocument.Create(facts, document => document.Page(compose)).Render();

    /// <summary>A paragraph.</summary>
    public static PdfFile Saying(string text) => Of(column => column.Item().Text(text));

    /// <summary>A table of as many rows as said, with a head and a sum, under a running head.</summary>
    public static PdfFile Ledger(int rows) => Of(Facts, page =>
    {
        page.Header().Text("Ledger of the year");
        page.Footer().Text(text =>
        {
            text.Span("Page ");
            text.PageNumber();
            text.Span(" of ");
            text.PageCount();
        });
        page.Content().Table(table =>
        {
            table.Share();
            table.Fixed(90);
            table.Head(head =>
            {
                head.Cell().Text("Entry");
                head.Cell().Text("Dollars", alignment: TextAlignment.End);
            });
            for (var i = 1; i <= rows; i++)
            {
                var number = i;
                table.Row(row =>
                {
                    row.RowHead().Text($"Entry number {number}");
                    row.Cell().Text($"{number}.00", style => style.Tabular(), TextAlignment.End);
                });
            }
            table.Sum(sum =>
            {
                sum.Cell().Text("All entries");
                sum.Cell().Text("999.00");
            });
        });
    });
}
