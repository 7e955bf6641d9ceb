using System.Text;
using System.Xml;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Mismo;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>
/// Reads a MISMO message of somebody else: as a stream, without document types, entities or anything from elsewhere, and no further than the
/// limits. Whatever the file is, the answer is a message or a refusal that names the place.
/// </summary>
public sealed class MismoReader(TimeProvider clock)
{
    private const int NodesBetweenLooks = 256, ValueChars = 400;

    private static readonly HashSet<string> kept = new(StringComparer.Ordinal) { "label", "from", "to", "arcrole", "LoanRoleType", "MISMOReferenceModelIdentifier" };

    /// <summary>Reads a file.</summary>
    /// <param name="content">The bytes; the stream can seek.</param>
    /// <param name="limits">How far.</param>
    /// <param name="ct">Cancels.</param>
    public Outcome<MismoMessage> Read(Stream content, MismoLimits limits, CancellationToken ct)
    {
        if (content.Length == 0) return MismoRefusals.Empty;
        if (content.Length > limits.FileBytes) return MismoRefusals.TooLarge(limits.FileBytes);
        content.Position = 0;
        using var text = MismoText.Open(content, limits.TagChars);
        if (text is null) return MismoRefusals.Encoding;

        try
        {
            using var xml = XmlReader.Create(text, Settings(limits));
            return Read(xml, limits, ct);
        }
        catch (XmlException broken)
        {
            if (text.IsTagTooLong) return MismoRefusals.TagTooLong(text.Line);
            return text.DoctypeLine is { } line ? MismoRefusals.Doctype(line) : MismoRefusals.NotXml(Math.Max(1, broken.LineNumber), Math.Max(1, broken.LinePosition));
        }
        catch (DecoderFallbackException)
        {
            return MismoRefusals.Encoding;
        }
    }

    private static XmlReaderSettings Settings(MismoLimits limits) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = limits.FileBytes, MaxCharactersFromEntities = 1024,
        IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CheckCharacters = true, ConformanceLevel = ConformanceLevel.Document, CloseInput = false,
    };

    private Outcome<MismoMessage> Read(XmlReader xml, MismoLimits limits, CancellationToken ct)
    {
        var (begun, nodes, elements) = (clock.GetTimestamp(), 0, 0);
        var chunk = new char[1024];
        MismoElement? root = null, at = null;
        while (xml.Read())
        {
            if (++nodes % NodesBetweenLooks == 0)
            {
                ct.ThrowIfCancellationRequested();
                if (clock.GetElapsedTime(begun) > limits.Time) return MismoRefusals.TookTooLong;
            }
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var line = ((IXmlLineInfo)xml).LineNumber;
                    if (xml.Depth >= limits.Depth) return MismoRefusals.TooDeep(line, limits.Depth);
                    if (++elements > limits.Elements) return MismoRefusals.TooMany(line, limits.Elements);
                    var element = new MismoElement(MismoNamespaces.NameOf(xml.NamespaceURI, xml.LocalName), line, at);
                    var isEmpty = xml.IsEmptyElement;
                    Attributes(xml, element);
                    if (root is null && Begins(element) is { } not) return not;
                    root ??= element;
                    if (!isEmpty) at = element;
                    break;
                case XmlNodeType.EndElement:
                    at = at!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when at is not null:
                    Value(xml, at, chunk, limits);
                    break;
            }
        }
        return root is null ? MismoRefusals.Empty : new MismoMessage(root);
    }

    private static Refusal? Begins(MismoElement root)
    {
        if (root.Name != "MESSAGE") return MismoRefusals.NotMismo;
        return root.Said("MISMOReferenceModelIdentifier") is { } version && !version.StartsWith("3.", StringComparison.Ordinal) ? MismoRefusals.Version : null;
    }

    private static void Attributes(XmlReader xml, MismoElement element)
    {
        while (xml.MoveToNextAttribute())
            if (kept.Contains(xml.LocalName)) element.Say(xml.LocalName, xml.Value.Length <= ValueChars ? xml.Value : xml.Value[..ValueChars]);
        xml.MoveToElement();
    }

    // In pieces: a text of megabytes is never held whole.
    private static void Value(XmlReader xml, MismoElement at, char[] chunk, MismoLimits limits)
    {
        var text = new StringBuilder(at.Text);
        int read;
        while ((read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            var room = limits.TextChars - text.Length;
            text.Append(chunk, 0, Math.Min(read, room));
            at.IsCut |= read > room;
        }
        at.Text = text.ToString().Trim();
    }
}
