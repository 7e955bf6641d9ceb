using System.Text;
using System.Xml;
using CrmStudio.Domain.Loans.Mismo;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>Writes down what was read of a message, after it was cleaned: the copy that is kept.</summary>
public static class MismoCopy
{
    /// <summary>Writes.</summary>
    public static void Write(MismoElement root, Stream into)
    {
        using var xml = XmlWriter.Create(into, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        // Without recursion: the tree is bounded, but not by us.
        var open = new Stack<(MismoElement Element, int Next)>();
        Start(xml, root);
        open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Element.Children.Count)
            {
                xml.WriteEndElement();
                continue;
            }
            open.Push((at.Element, at.Next + 1));
            Start(xml, at.Element.Children[at.Next]);
            open.Push((at.Element.Children[at.Next], 0));
        }
    }

    private static void Start(XmlWriter xml, MismoElement element)
    {
        var names = element.Name.Split(':');
        if (names is [var prefix, var local]) xml.WriteStartElement(prefix, local, MismoNamespaces.Short[prefix]);
        else xml.WriteStartElement(null, element.Name, MismoNamespaces.Mismo);
        foreach (var (name, value) in element.Attributes)
            if (name is "label" or "from" or "to" or "arcrole") xml.WriteAttributeString("xlink", name, MismoNamespaces.Xlink, value);
            else xml.WriteAttributeString(name, value);
        if (element.Text.Length > 0) xml.WriteString(element.Text);
    }
}
