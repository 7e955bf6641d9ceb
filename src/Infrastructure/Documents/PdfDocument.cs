using CrmStudio.Infrastructure.Documents.Layout;
using CrmStudio.Infrastructure.Documents.Pdf;
using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>
/// A document composed of pages, and written as PDF: tagged, searchable, with embedded fonts. The same composition gives the same
/// bytes. Text of people goes in as it is: nothing in it can become syntax, a link or a script.
/// </summary>
public sealed class PdfDocument
{
    /// <summary>Most pages a document may have: what is beyond is a mistake of the program, not a document.</summary>
    public const int MaxPages = 5_000;

    private readonly DocumentFacts facts;
    private readonly List<PageDesign> designs = [];

    private PdfDocument(DocumentFacts facts) =>
        this.facts = facts with { Title = TextCleaning.Clean(facts.Title), Author = facts.Author is { } author ? TextCleaning.Clean(author) : null, Subject = facts.Subject is { } subject ? TextCleaning.Clean(subject) : null };

    /// <summary>Composes a document.</summary>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="compose">Adds its pages.</param>
    public static PdfDocument Create(DocumentFacts facts, Action<PdfDocument> compose)
    {
        var document = new PdfDocument(facts);
        compose(document);
        return document;
    }

    /// <summary>Pages of one design.</summary>
    public void Page(Action<PageDesign> compose)
    {
        var design = new PageDesign();
        compose(design);
        designs.Add(design);
    }

    /// <summary>Lays the document out and writes it.</summary>
    public PdfFile Render()
    {
        var sections = new Dictionary<string, int>(StringComparer.Ordinal);
        var pages = Lay(sections);
        while (true)
        {
            using var writer = new PdfWriter();
            var painter = new Painter(writer);
            var file = new PdfPages(writer, painter);
            foreach (var page in pages) file.Write(page);

            // Page numbers of sections are known now; where text shows them it is laid out again, until they hold.
            var found = painter.Sections.ToDictionary(section => section.Key, section => section.Value.Page + 1, StringComparer.Ordinal);
            if (pages.Any(page => page.NamesSections) && found.Any(section => sections.GetValueOrDefault(section.Key) != section.Value) && sections.Count <= found.Count)
            {
                var isAgain = sections.Count > 0;
                sections = found;
                pages = Lay(sections);
                if (!isAgain) continue;
            }
            return file.Finish(facts);
        }
    }

    private List<LaidPage> Lay(IReadOnlyDictionary<string, int> sections)
    {
        var pages = new List<LaidPage>();
        foreach (var design in designs)
        {
            var (isFirst, rest) = (true, (object?)null);
            do
            {
                if (pages.Count == MaxPages) throw new InvalidOperationException($"A document has at most {MaxPages:N0} pages.");
                var page = LaidPage.Of(design, isFirst, new Sheet(pages.Count + 1, 99, sections), rest);
                pages.Add(page);
                (isFirst, rest) = (false, page.Content.Rest);
            }
            while (rest is not null);
        }
        for (var i = 0; i < pages.Count; i++) pages[i] = pages[i].Numbered(new Sheet(i + 1, pages.Count, sections));
        return pages;
    }
}
