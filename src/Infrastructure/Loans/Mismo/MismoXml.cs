using System.Globalization;
using System.Text;
using System.Xml;
using CrmStudio.Domain.Loans.Mismo;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>Writes elements of MISMO. A container appears with the first value in it, or not at all.</summary>
internal sealed class MismoXml(XmlWriter xml, MismoLosses losses)
{
    private readonly List<Waiting> waiting = [];

    /// <summary>A container around what is written meanwhile.</summary>
    public void In(string name, Action write, params (string Name, string Value)[] attributes)
    {
        var here = new Waiting(name, attributes);
        waiting.Add(here);
        write();
        if (waiting.Remove(here)) return;
        xml.WriteEndElement();
    }

    /// <summary>Containers inside each other: <c>A/B/C</c>.</summary>
    public void Path(string path, Action write)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) In(path, write);
        else In(path[..slash], () => Path(path[(slash + 1)..], write));
    }

    public void Value(string name, string? value)
    {
        if (value is null) return;
        var clean = Clean(value);
        if (clean != value) losses.Add(MismoLossKind.Changed, name, null, "holds letters that XML cannot carry, or spaces around it; they are left out");
        if (clean.Length == 0) return;
        Open();
        xml.WriteElementString(name, MismoNamespaces.Mismo, clean);
    }

    public void Value(string name, decimal? amount) => Value(name, amount?.ToString("0.00", CultureInfo.InvariantCulture));

    public void Percent(string name, decimal? percent) => Value(name, percent?.ToString("0.0###", CultureInfo.InvariantCulture));

    public void Value(string name, int? count) => Value(name, count?.ToString(CultureInfo.InvariantCulture));

    public void Value(string name, DateOnly? day) => Value(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Value(string name, bool? said) => Value(name, said switch { true => "true", false => "false", null => null });

    /// <summary>A literal with its description where it has one.</summary>
    public void Literal(string name, string? literal)
    {
        if (literal is null) return;
        var parts = literal.Split(':');
        Value(name, parts[0]);
        if (parts.Length == 2) Value($"{name}OtherDescription", parts[1]);
    }

    /// <summary>An element without content.</summary>
    public void Mark(string name, params (string Name, string Value)[] attributes)
    {
        Open();
        Start(new(name, attributes));
        xml.WriteEndElement();
    }

    private void Open()
    {
        foreach (var container in waiting) Start(container);
        waiting.Clear();
    }

    private void Start(Waiting element)
    {
        xml.WriteStartElement(null, element.Name, MismoNamespaces.Mismo);
        foreach (var (name, value) in element.Attributes)
            if (name.StartsWith("xlink:", StringComparison.Ordinal)) xml.WriteAttributeString("xlink", name[6..], MismoNamespaces.Xlink, value);
            else xml.WriteAttributeString(name, value);
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            if (place + 1 < text.Length && char.IsSurrogatePair(text, place)) clean.Append(text, place++, 2);
            else if (text[place] is '\n' or '\r' or '\t') clean.Append(' ');
            else if (XmlConvert.IsXmlChar(text[place])) clean.Append(text[place]);
        }
        return clean.ToString().Trim();
    }

    private sealed class Waiting(string name, (string Name, string Value)[] attributes)
    {
        public string Name { get; } = name;

        public (string Name, string Value)[] Attributes { get; } = attributes;
    }
}
