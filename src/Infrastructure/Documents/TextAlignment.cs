namespace CrmStudio.Infrastructure.Documents;

/// <summary>Where the lines of a paragraph stand.</summary>
public enum TextAlignment
{
    /// <summary>At the side the text begins: left, or right in a paragraph that reads from right to left.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the other side.</summary>
    End,

    /// <summary>At both sides, but for the last line.</summary>
    Justified,
}
