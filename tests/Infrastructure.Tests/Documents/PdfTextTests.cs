using System.Text.RegularExpressions;

namespace CrmStudio.Infrastructure.Tests.Documents;

public sealed class PdfTextTests
{
    [Theory]
    [InlineData("O’Brien (Bob) \\ Söhne ) ( \\) <<>> [ ] / %")]
    [InlineData("(((((")]
    [InlineData(")")]
    [InlineData("\\")]
    [InlineData("endstream endobj trailer %%EOF /JavaScript (app.alert\\(1\\))")]
    [InlineData("Łukasz Ångström Đặng Ωμέγα Жуков café 50 € – “x” … ½")]
    [InlineData("efficient office waffle afflict fjord")]
    [InlineData("AVATAR Ta. Wo. 1,234.50")]
    public void A_name_reads_as_it_was_typed(string name)
    {
        var file = Papers.Saying(name);
        using var pdf = new PdfReaders(file);
        Assert.Equal("", pdf.Faults());
        Assert.Equal(name, pdf.Words());
        Assert.Empty(file.Unprintable);
        Assert.DoesNotContain("/S /JavaScript", pdf.Unpacked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("שלום עולם")]
    [InlineData("דוד כהן-לוי")]
    [InlineData("מכתב (בסוגריים) בעברית.")]
    [InlineData("مرحبا بالعالم")]
    public void A_name_written_from_right_to_left_reads_as_it_was_typed(string name)
    {
        using var pdf = new PdfReaders(Papers.Saying(name));
        Assert.Equal("", pdf.Faults());
        Assert.Equal(name.Trim('.'), pdf.Words().Trim('.'));
    }

    [Fact]
    public void Names_of_both_directions_stand_in_one_sentence()
    {
        using var pdf = new PdfReaders(Papers.Saying("The borrowers are דוד כהן and Ana Morales of Portland."));
        Assert.Equal("TheborrowersareדודכהןandAnaMoralesofPortland.", pdf.Letters());   // poppler guesses which spaces belong to which direction
    }

    [Fact]
    public void A_name_of_a_hundred_thousand_characters_goes_over_pages_and_loses_none()
    {
        var name = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i:0000}ab.c)(\\"[..10]));
        Assert.Equal(100_000, name.Length);
        var file = Papers.Saying(name);
        using var pdf = new PdfReaders(file);
        Assert.Equal("", pdf.Faults());
        Assert.True(file.Pages > 15);
        Assert.Equal(name, pdf.Letters());
    }

    [Fact]
    public void A_character_no_font_has_is_printed_as_a_box_reported_and_stays_in_the_text()
    {
        var file = Papers.Saying("Kanji 漢字 and a house 🏠 stand here.");
        using var pdf = new PdfReaders(file);
        Assert.Equal("", pdf.Faults());
        Assert.Equal(["字", "漢", "🏠"], file.Unprintable.Select(rune => rune.ToString()));
        Assert.Equal("Kanji 漢字 and a house 🏠 stand here.", pdf.Words());
    }

    [Fact]
    public void What_cannot_be_typed_does_no_harm()
    {
        var file = Papers.Saying("\0Al\u0001bert\u0085Carl\uD800 David\uDC00 E\uFEFFr\u200Bic\u2028Harriet\tIngrid\r\nJoan\uFFFE");
        using var pdf = new PdfReaders(file);
        Assert.Equal("", pdf.Faults());
        Assert.Equal("Albert Carl\uFFFD David\uFFFD Eric Harriet Ingrid Joan\uFFFD", pdf.Words());
    }

    [Fact]
    public void A_space_that_keeps_words_together_keeps_them_together()
    {
        var words = string.Join(' ', Enumerable.Repeat("$409,600.00\u00A0per\u00A0month", 40));
        using var pdf = new PdfReaders(Papers.Saying(words));
        Assert.Equal(words.Replace('\u00A0', ' '), pdf.Words().Replace('\u00A0', ' '));
        Assert.All(pdf.Text().Split('\n').Where(line => line.Trim('\f', ' ').Length > 0), line => Assert.StartsWith("$", line.TrimStart('\f'), StringComparison.Ordinal));
    }

    [Fact]
    public void A_phone_number_is_not_broken_at_its_hyphen_and_a_compound_word_is()
    {
        using var pdf = new PdfReaders(Papers.Of(Papers.Facts, page =>
        {
            page.Margin(276, 72, 72);   // 60 points of text
            page.Content().Text("Call (207) 555-0142 about pre-approval-letters");
        }));
        var lines = pdf.Lines();
        Assert.Contains(lines, line => line.Contains("555-0142", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("pre-", StringComparison.Ordinal) || line.EndsWith("approval-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_hyphenated_by_hand_shows_its_hyphen_only_where_the_line_ends()
    {
        using var narrow = new PdfReaders(Papers.Of(Papers.Facts, page =>
        {
            page.Margin(276, 72, 72);
            page.Content().Text("approxi\u00ADmately");
        }));
        Assert.Equal("approxi\u00AD mately", narrow.Words());
        using var wide = new PdfReaders(Papers.Saying("approxi\u00ADmately"));
        Assert.Equal("approximately", wide.Words());
    }

    [Fact]
    public void Amounts_of_a_column_are_as_wide_as_each_other()
    {
        // Tabular figures: 111 takes the room of 888. Where they end is measured by poppler.
        static double Width(string amount)
        {
            using var pdf = new PdfReaders(Papers.Of(column => column.Item().Text(amount, style => style.Tabular().Sized(40))));
            return pdf.WidthOf(amount);
        }
        Assert.Equal(Width("888.88"), Width("111.11"), 0.01);
    }

    [Fact]
    public void Kerning_brings_letters_together()
    {
        using var pdf = new PdfReaders(Papers.Of(column => column.Item().Text("AVAVAVAV", style => style.Sized(40))));
        using var apart = new PdfReaders(Papers.Of(column => column.Item().Text("AAAAVVVV", style => style.Sized(40))));
        Assert.True(pdf.WidthOf("AVAVAVAV") < apart.WidthOf("AAAAVVVV") * .95);
    }

    [Fact]
    public void A_wide_mark_of_letters_is_one_embedded_font_for_each_face()
    {
        using var pdf = new PdfReaders(Papers.Of(column =>
        {
            for (var i = 0; i < 50; i++) column.Item().Text(text =>
            {
                text.Span("plain ");
                text.Span("bold ", style => style.Bold());
                text.Span("italic ", style => style.Italic());
                text.Span("sans ", style => style.Sans());
                text.Span("SANS BOLD", style => style.Sans().Bold());
            });
        }));
        Assert.Equal(5, Regex.Count(pdf.Fonts(), "yes yes yes"));
    }
}
