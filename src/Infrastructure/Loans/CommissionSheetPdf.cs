using System.Globalization;
using CrmStudio.Infrastructure.Documents;

namespace CrmStudio.Infrastructure.Loans;

/// <summary>Sets the disbursement sheet of a commission: the facts, every step of the computation, who gets what.</summary>
public static class CommissionSheetPdf
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Makes the file.</summary>
    public static PdfFile Make(CommissionSheet sheet) => PdfDocument.Create(new DocumentFacts($"Commission of loan {sheet.LoanNumber}", sheet.At) { Author = sheet.Paper.Name, Subject = sheet.Borrower }, document => document.Page(page =>
    {
        sheet.Paper.Dress(page, $"Commission of loan {sheet.LoanNumber}");
        page.Style(style => style.Sans().Sized(9).Led(1.4));
        page.Content().Column(column =>
        {
            column.Spacing(8);
            column.Item().Heading(1, "Commission disbursement", style => style.Serif().Bold().Sized(16).Led(1.25));
            column.Item().PaddingBottom(8).Text(sheet.Settled is { } settled ? settled : "Not settled yet: this computation can still change.", style => style.Colored(Ink.Gray));
            Facts(column, sheet);
            column.Item().PaddingTop(10).Heading(2, "How it was computed", Title);
            Steps(column, sheet);
            column.Item().PaddingTop(10).Heading(2, sheet.IsWhole ? "Who gets what" : "Your share", Title);
            Parts(column, sheet);
            column.Item().PaddingTop(8).Text("A plan pays by no term of a transaction and by nothing that stands in for one (12 CFR 1026.36(d)). Keep this sheet for three years (12 CFR 1026.25(c)(2)).", style => style.Sized(7.6).Colored(Ink.Gray));
        });
    })).Render();

    private static TextStyle Title(TextStyle style) => style.Bold().Sized(10.5);

    private static void Facts(ColumnDesign column, CommissionSheet sheet) => column.Item().Table(table =>
    {
        table.Fixed(96);
        table.Share();
        table.Fixed(96);
        table.Share();
        table.Lines(Ink.Hairline, sheet.Paper.Ink);
        Pair(table, "Loan", sheet.LoanNumber, "Borrower", sheet.Borrower);
        Pair(table, "Funded on", sheet.FundedOn.ToString("MMMM d, yyyy", english), "Loan officer", sheet.Officer);
        Pair(table, "Amount lent", Dollars(sheet.Amount), "Plan", sheet.Plan);
    });

    private static void Pair(TableDesign table, string first, string firstValue, string second, string secondValue) => table.Row(row =>
    {
        row.RowHead().Text(first, style => style.Colored(Ink.Gray));
        row.Cell().Text(firstValue);
        row.RowHead().Text(second, style => style.Colored(Ink.Gray));
        row.Cell().Text(secondValue);
    });

    private static void Steps(ColumnDesign column, CommissionSheet sheet) => column.Item().Table(table =>
    {
        table.Fixed(96);
        table.Share();
        table.Fixed(84);
        table.Lines(Ink.Hairline, sheet.Paper.Ink);
        table.HeadStyle(style => style.Bold().Sized(8));
        table.Head(head =>
        {
            head.Cell().Text("Step");
            head.Cell().Text("How");
            head.Cell().Text("Commission", alignment: TextAlignment.End);
        });
        foreach (var step in sheet.Steps)
            table.Row(row =>
            {
                row.RowHead().Text(step.Label);
                row.Cell().Text(step.How, style => style.Tabular());
                row.Cell().Text(Dollars(step.Result), style => style.Tabular(), TextAlignment.End);
            });
        table.Sum(sum =>
        {
            sum.Cell(2).Text("Commission before the split");
            sum.Cell().Text(Dollars(sheet.Gross), style => style.Tabular(), TextAlignment.End);
        });
    });

    private static void Parts(ColumnDesign column, CommissionSheet sheet) => column.Item().Table(table =>
    {
        table.Share(3);
        table.Share(2);
        table.Fixed(60);
        table.Fixed(84);
        table.Lines(Ink.Hairline, sheet.Paper.Ink);
        table.HeadStyle(style => style.Bold().Sized(8));
        table.Head(head =>
        {
            head.Cell().Text("Payee");
            head.Cell().Text("As");
            head.Cell().Text("Percent", alignment: TextAlignment.End);
            head.Cell().Text("Dollars", alignment: TextAlignment.End);
        });
        foreach (var part in sheet.Parts)
            table.Row(row =>
            {
                row.RowHead().Text(part.Name);
                row.Cell().Text(part.As);
                row.Cell().Text(part.Percent.ToString("0.##'%'", english), style => style.Tabular(), TextAlignment.End);
                row.Cell().Text(Dollars(part.Amount), style => style.Tabular(), TextAlignment.End);
            });
        if (!sheet.IsWhole) return;
        table.Sum(sum =>
        {
            sum.Cell(3).Text("Together");
            sum.Cell().Text(Dollars(sheet.Parts.Sum(part => part.Amount)), style => style.Tabular(), TextAlignment.End);
        });
    });

    private static string Dollars(decimal amount) => amount.ToString("$#,##0.00", english);
}
