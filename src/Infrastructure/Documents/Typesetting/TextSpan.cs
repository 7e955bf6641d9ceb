namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>Text of one style.</summary>
/// <param name="Text">The text; null where a page number stands.</param>
/// <param name="Style">How it is set.</param>
internal sealed record TextSpan(string? Text, TextStyle Style)
{
    /// <summary>Where it leads to: an address, or the name of a section after a number sign.</summary>
    public string? Link { get; init; }

    /// <summary>Which page number stands here.</summary>
    public PageField Field { get; init; }

    /// <summary>The section whose page is meant.</summary>
    public string? Section { get; init; }
}

/// <summary>Numbers that are known once the pages are.</summary>
internal enum PageField
{
    None,
    Current,
    Total,
    OfSection,
}
