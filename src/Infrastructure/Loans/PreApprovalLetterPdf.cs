using System.Globalization;
using CrmStudio.Infrastructure.Documents;

namespace CrmStudio.Infrastructure.Loans;

/// <summary>Sets a pre-approval letter. It names no rate and no payment: those would call for the disclosures of an advertisement (12 CFR 1026.24).</summary>
public static class PreApprovalLetterPdf
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Makes the file.</summary>
    public static PdfFile Make(LetterContent letter)
    {
        var facts = new DocumentFacts($"Pre-approval letter {letter.Number}", letter.IssuedAt) { Author = letter.Paper.Name, Subject = string.Join(" and ", letter.Borrowers) };
        return PdfDocument.Create(facts, document => document.Page(page =>
        {
            letter.Paper.Dress(page, $"Pre-approval letter {letter.Number}");
            page.Content().Column(column =>
            {
                column.Spacing(7.5);
                Address(column, letter);
                Body(column, letter);
                Closing(column, letter);
            });
        })).Render();
    }

    private static void Address(ColumnDesign column, LetterContent letter)
    {
        column.Item().PaddingBottom(12).Row(row =>
        {
            row.Share().Text(Long(letter.IssuedOn));
            row.Content().Text(letter.Number, style => style.Sans().Sized(8.5).Colored(Ink.Gray));
        });
        column.Item().PaddingBottom(6).Column(names =>
        {
            foreach (var borrower in letter.Borrowers) names.Item().Text(borrower);
        });
    }

    private static void Body(ColumnDesign column, LetterContent letter)
    {
        column.Item().PaddingBottom(4).Heading(1, "Mortgage pre-approval", style => style.Bold().Sized(15).Led(1.25));
        column.Item().Text($"Dear {Listed(letter.Borrowers)}:");
        column.Item().Text($"I am pleased to tell you that {letter.Paper.Name} has pre-approved you for a mortgage loan on the terms below, on the basis of what you told us and of our review of your credit.");
        column.Item().PaddingTop(3).PaddingBottom(5).Table(table =>
        {
            table.Fixed(150);
            table.Share();
            table.CellPadding(8, 3.4);
            table.Lines(Ink.Hairline, letter.Paper.Ink);
            Line(table, "Loan program", letter.Programme);
            Line(table, "Purchase price up to", Dollars(letter.Price));
            Line(table, "Loan amount up to", Dollars(letter.Amount));
            Line(table, "Loan-to-value ratio", string.Create(english, $"{letter.Amount / letter.Price * 100m:0.##}%"));
            if (letter.Property is { } property) Line(table, "Property", property);
            Line(table, "Good until", Long(letter.ExpiresOn));
        });
        column.Item().Text("This letter is not a commitment to lend. A loan on these terms depends on the following:");
        column.Item().PaddingLeft(2).List(isNumbered: true, list =>
        {
            list.Spacing(2.5);
            list.Item().Text("a complete application, and documents that bear out your income, your assets and your employment;");
            list.Item().Text("a property that its appraisal, title and insurance show to be acceptable security;");
            list.Item().Text("approval by our underwriter, and terms of the program that are still offered on the day you lock your rate;");
            list.Item().Text("no change for the worse in your credit, your debts or your employment before closing.");
        });
        column.Item().Text($"Sellers and agents are welcome to ask me whether this letter stands; its number is {letter.Number}. It may be withdrawn if anything it rests on changes.");
    }

    private static void Closing(ColumnDesign column, LetterContent letter) => column.Item().PaddingTop(3).KeepTogether().Column(closing =>
    {
        var signer = letter.Signer;
        closing.Item().Text("Sincerely,");
        closing.Item().PaddingTop(32).Text(signer.Name, style => style.Bold());
        closing.Item().Text(signer.Title is { } title ? $"{title} · NMLS {signer.NmlsId}" : $"NMLS {signer.NmlsId}", Contact);
        closing.Item().Text(text =>
        {
            if (signer.Phone is { } phone) text.Span($"{phone} · ", Contact);
            text.Link(signer.Email, $"mailto:{signer.Email}", Contact);
        });
    });

    private static TextStyle Contact(TextStyle style) => style.Sans().Sized(8.5).Led(1.5).Colored(Ink.Gray);

    private static void Line(TableDesign table, string label, string value) => table.Row(row =>
    {
        row.RowHead().AlignMiddle().Text(label, style => style.Sans().Sized(8.5).Colored(Ink.Gray));
        row.Cell().Text(value, style => style.Tabular());
    });

    private static string Listed(IReadOnlyList<string> names) => names.Count < 2 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1];

    private static string Long(DateOnly day) => day.ToString("MMMM d, yyyy", english);

    private static string Dollars(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "$#,##0" : "$#,##0.00", english);
}
