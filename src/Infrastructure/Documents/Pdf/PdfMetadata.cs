using System.Globalization;
using System.Security;
using System.Text;

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>What a document says of itself in XML (XMP, ISO 16684-1): the same as in its information dictionary, for archives.</summary>
internal static class PdfMetadata
{
    /// <summary>Name of the program.</summary>
    public const string Producer = "CrmStudio";

    public static string Of(DocumentFacts facts)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{facts.MadeAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z");
        var xml = new StringBuilder();
        xml.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">")
            .Append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">")
            .Append("<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escaped(facts.Title)).Append("</rdf:li></rdf:Alt></dc:title>")
            .Append("<dc:language><rdf:Bag><rdf:li>").Append(Escaped(facts.Language)).Append("</rdf:li></rdf:Bag></dc:language>");
        if (facts.Author is { } author) xml.Append("<dc:creator><rdf:Seq><rdf:li>").Append(Escaped(author)).Append("</rdf:li></rdf:Seq></dc:creator>");
        if (facts.Subject is { } subject) xml.Append("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escaped(subject)).Append("</rdf:li></rdf:Alt></dc:description>");
        xml.Append("<pdf:Producer>").Append(Producer).Append("</pdf:Producer><xmp:CreateDate>").Append(at).Append("</xmp:CreateDate><xmp:ModifyDate>").Append(at).Append("</xmp:ModifyDate>")
            .Append("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return xml.ToString();
    }

    // Line breaks are spaces here, and two characters have no place in XML at all.
    private static string Escaped(string text) => SecurityElement.Escape(text.Replace('\n', ' ').Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal));
}
