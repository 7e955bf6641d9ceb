using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>A paragraph of several styles.</summary>
public sealed class TextDesign
{
    private readonly TextStyle style;

    internal TextDesign(TextStyle style) => this.style = style;

    internal List<TextSpan> Spans { get; } = [];

    /// <summary>Text.</summary>
    public void Span(string text, Func<TextStyle, TextStyle>? change = null) => Spans.Add(new TextSpan(text, Styled(change)));

    /// <summary>Text that leads to a web page, an e-mail address or (<c>#name</c>) a section. What a document may not lead to stays text.</summary>
    public void Link(string text, string target, Func<TextStyle, TextStyle>? change = null) => Spans.Add(new TextSpan(text, Styled(change)) { Link = DocumentLinks.Allowed(target) });

    /// <summary>The number of the page.</summary>
    public void PageNumber(Func<TextStyle, TextStyle>? change = null) => Spans.Add(new TextSpan(null, Styled(change)) { Field = PageField.Current });

    /// <summary>How many pages the document has.</summary>
    public void PageCount(Func<TextStyle, TextStyle>? change = null) => Spans.Add(new TextSpan(null, Styled(change)) { Field = PageField.Total });

    /// <summary>The number of the page a section begins on.</summary>
    public void PageOf(string section, Func<TextStyle, TextStyle>? change = null) =>
        Spans.Add(new TextSpan(null, Styled(change)) { Field = PageField.OfSection, Section = section, Link = $"#{section}" });

    private TextStyle Styled(Func<TextStyle, TextStyle>? change) => change?.Invoke(style) ?? style;
}
