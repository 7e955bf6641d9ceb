using System.Text.RegularExpressions;
using CrmStudio.Infrastructure.Documents;

namespace CrmStudio.Infrastructure.Tests.Documents;

public sealed partial class PdfDocumentTests
{
    [Fact]
    public void A_document_is_sound_tagged_and_carries_its_fonts()
    {
        using var pdf = new PdfReaders(Papers.Ledger(120));
        Assert.Equal("", pdf.Faults());
        Assert.Matches("Tagged: +yes", pdf.Facts());
        Assert.Matches("JavaScript: +no", pdf.Facts());
        var fonts = pdf.Fonts().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes", font));
    }

    [Fact]
    public void A_document_says_what_it_is()
    {
        var facts = Papers.Facts with { Title = "Brief (eines \\ Anwalts) für Łukasz & <Söhne>", Subject = "Pre-approval" };
        using var pdf = new PdfReaders(Papers.Of(facts, page => page.Content().Text("Text")));
        Assert.Equal("", pdf.Faults());
        Assert.Contains("Title:           Brief (eines \\ Anwalts) für Łukasz & <Söhne>", pdf.Facts(), StringComparison.Ordinal);
        Assert.Contains("Author:          Harborline Lending", pdf.Facts(), StringComparison.Ordinal);
        Assert.Contains("Subject:         Pre-approval", pdf.Facts(), StringComparison.Ordinal);
        Assert.Matches("CreationDate: +Wed Mar +4 10:30:00 2026", pdf.Facts());
        Assert.Contains("/Lang (en-US)", pdf.Unpacked(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_is_the_same_bytes()
    {
        var first = Papers.Ledger(80);
        Assert.Equal(first.Content, Papers.Ledger(80).Content);
        Assert.NotEqual(first.Content, Papers.Ledger(81).Content);
    }

    [Fact]
    public void Every_page_says_which_of_how_many_it_is_and_repeats_the_head_of_the_table()
    {
        var file = Papers.Ledger(120);
        using var pdf = new PdfReaders(file);
        Assert.True(file.Pages > 3);
        var pages = pdf.Text().Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(file.Pages, pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"Page {i + 1} of {file.Pages}", pages[i], StringComparison.Ordinal);
            Assert.Contains("Dollars", pages[i], StringComparison.Ordinal);
        }
        var said = Rows().Matches(pdf.Text()).Select(match => int.Parse(match.Groups[1].Value)).ToList();
        Assert.Equal(Enumerable.Range(1, 120), said);
    }

    [Fact]
    public void A_screen_reader_meets_headings_paragraphs_tables_and_lists_once_and_in_order()
    {
        var file = Papers.Of(Papers.Facts, page =>
        {
            page.Header().Text("Running head");
            page.Content().Column(column =>
            {
                column.Item().Heading(1, "Terms");
                column.Item().Text("First paragraph.");
                column.Item().List(true, list =>
                {
                    list.Item().Text("One thing");
                    list.Item().Text("Another");
                });
                column.Item().Table(table =>
                {
                    table.Share();
                    table.Share();
                    table.Head(head =>
                    {
                        head.Cell().Text("Name");
                        head.Cell().Text("Share");
                    });
                    for (var i = 0; i < 60; i++)
                        table.Row(row =>
                        {
                            row.RowHead().Text("Officer");
                            row.Cell().Text("50 %");
                        });
                });
                column.Item().Drawing(40, 10, "A bar, half full", pen => pen.Rectangle(0, 0, 20, 10, Ink.Black));
            });
        });
        using var pdf = new PdfReaders(file);
        var structure = pdf.Structure();
        Assert.Equal(["Document", "H1", "P", "L", "Table", "Figure"], Elements().Matches(structure).Select(match => match.Groups["type"].Value).Where(type => type is "Document" or "H1" or "P" or "L" or "Table" or "Figure"));
        Assert.Equal(2, Regex.Count(structure, @"\bLI\b"));
        Assert.Equal(1, Regex.Count(structure, @"\bTHead\b"));
        Assert.Equal(62, Regex.Count(structure, @"\bTH\b"));
        Assert.Equal(60, Regex.Count(structure, @"\bTD\b"));
        Assert.Equal(1, Regex.Count(structure, "\"Name\""));                       // the head on later pages is only repeated
        Assert.DoesNotContain("Running head", structure, StringComparison.Ordinal);
        Assert.Contains("/Alt (A bar, half full)", pdf.Unpacked(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_never_stands_alone_at_the_foot_of_a_page()
    {
        var file = Papers.Of(column =>
        {
            for (var i = 1; i <= 60; i++)
            {
                column.Item().Heading(2, $"Heading {i}");
                column.Item().Text(string.Concat(Enumerable.Repeat($"Body {i} of this part of the text. ", i % 7 + 3)));
            }
        });
        using var pdf = new PdfReaders(file);
        var pages = pdf.Text().Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 3);
        Assert.All(pages, page => Assert.StartsWith("Body", page.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_document_has_an_outline_and_a_table_of_contents_that_knows_its_pages()
    {
        var file = Papers.Of(column =>
        {
            foreach (var part in (string[])["Alpha", "Beta", "Gamma"])
                column.Item().Text(text =>
                {
                    text.Link(part, $"#{part}");
                    text.Span(" … ");
                    text.PageOf(part);
                });
            foreach (var part in (string[])["Alpha", "Beta", "Gamma"])
            {
                column.PageBreak();
                column.Item().Section(part).Column(section =>
                {
                    section.Item().Heading(1, $"Part {part}");
                    section.Item().Heading(2, $"Detail of {part}");
                    section.Item().Text("Text");
                });
            }
        });
        using var pdf = new PdfReaders(file);
        Assert.Equal("", pdf.Faults());
        Assert.Equal(4, file.Pages);
        Assert.StartsWith("Alpha … 2 Beta … 3 Gamma … 4", pdf.Words(), StringComparison.Ordinal);
        Assert.Equal(6, Regex.Count(pdf.Unpacked(), @"/Title \((Part|Detail)"));
        Assert.Equal(6, Regex.Count(pdf.Unpacked(), @"/Subtype /Link"));
    }

    [Fact]
    public void A_link_leads_to_the_web_or_to_a_mailbox_and_nowhere_else()
    {
        var file = Papers.Of(column => column.Item().Text(text =>
        {
            text.Link("site ", "https://example.com/a(b)\\c?d=é");
            text.Link("mail ", "mailto:ana@example.com");
            text.Link("script ", "javascript:alert(1)");
            text.Link("file ", "file:///etc/passwd");
            text.Link("share", "\\\\server\\share");
        }));
        using var pdf = new PdfReaders(file);
        Assert.Equal("", pdf.Faults());
        Assert.Equal("site mail script file share", pdf.Words());
        var unpacked = pdf.Unpacked();
        Assert.Equal(2, Regex.Count(unpacked, "/S /URI"));
        Assert.DoesNotContain("javascript:", unpacked, StringComparison.Ordinal);
        Assert.DoesNotContain("passwd", unpacked, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^ *(?<type>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Elements();

    [GeneratedRegex(@"Entry number (\d+)")]
    private static partial Regex Rows();
}
