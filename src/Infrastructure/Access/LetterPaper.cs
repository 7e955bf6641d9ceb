using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Documents;

namespace CrmStudio.Infrastructure.Access;

/// <summary>An organization's paper: letterhead on the first page, a quiet line on the others, fine print and page numbers at the foot.</summary>
/// <param name="Head">What stands on it.</param>
/// <param name="Lender">What people call the organization, where no legal name is written.</param>
/// <param name="Logo">The logo; null for the initials.</param>
public sealed record LetterPaper(Letterhead Head, string Lender, DocumentImage? Logo)
{
    private const double MarkSize = 34, LogoHeight = 38, LogoWidth = 150;

    /// <summary>The name letters are written under.</summary>
    public string Name => Head.LegalName ?? Lender;

    /// <summary>The colour of the mark and of lines.</summary>
    public Ink Ink => Documents.Ink.From(Head.Color) ?? Documents.Ink.From(Letterhead.UsualColor)!.Value;

    /// <summary>Makes a page this paper.</summary>
    /// <param name="page">The page.</param>
    /// <param name="running">What the head of the second page and those after it say.</param>
    public void Dress(PageDesign page, string running)
    {
        page.Margin(70, 50, 42);
        page.Style(style => style.Sized(10.5).Led(1.4));
        page.FirstHeader().PaddingBottom(24).Column(column =>
        {
            column.Item().Row(row =>
            {
                row.Spacing(11);
                Mark(row);
                row.Share().AlignMiddle().Text(Name, style => style.Sans().Bold().Sized(13.5).Led(1.2).Tracked(-8));
                row.Content().AlignMiddle().Column(lines => Address(lines));
            });
            column.Item().PaddingTop(13).Rule(1.1, Ink);
        });
        page.Header().PaddingBottom(22).BorderBottom(.4, Documents.Ink.Hairline).PaddingBottom(6).Row(row =>
        {
            row.Share().Text(Name, Small);
            row.Content().Text(running, Small);
        });
        page.Footer().PaddingTop(14).Column(column =>
        {
            if (Head.FinePrint is { } print) column.Item().PaddingBottom(5).Text(print, style => Small(style).Led(1.4));
            column.Item().BorderTop(.4, Documents.Ink.Hairline).PaddingTop(6).Row(row =>
            {
                row.Share().Text(Head.NmlsId is { } id ? $"{Name} · NMLS {id} · Equal Housing Lender" : $"{Name} · Equal Housing Lender", Small);
                row.Content().Text(text =>
                {
                    text.Span("Page ", Small);
                    text.PageNumber(Small);
                    text.Span(" of ", Small);
                    text.PageCount(Small);
                });
            });
        });
    }

    private static TextStyle Small(TextStyle style) => style.Sans().Sized(7.2).Led(1.3).Colored(Documents.Ink.Gray);

    private void Mark(RowDesign row)
    {
        if (Logo is { } logo)
        {
            var scale = Math.Min(LogoHeight / logo.Height, LogoWidth / logo.Width);
            row.Fixed(logo.Width * scale).AlignMiddle().Image(logo, logo.Width * scale, null);
            return;
        }
        var initials = string.Concat(Lender.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetterOrDigit(word[0])).Take(2).Select(word => char.ToUpperInvariant(word[0])));
        row.Fixed(MarkSize).Ornament().Height(MarkSize).Background(Ink, 7).AlignMiddle().AlignCenter().Text(initials, style => style.Sans().Bold().Sized(14).Led(1).Tracked(10).Colored(Documents.Ink.White));
    }

    private void Address(ColumnDesign lines)
    {
        foreach (var line in new[] { Head.Street, Head.Town, string.Join(" · ", new[] { Head.Phone, Head.Web }.OfType<string>()) })
            if (!string.IsNullOrEmpty(line)) lines.Item().Text(line, style => Small(style).Sized(7.6).Led(1.45), TextAlignment.End);
    }
}
