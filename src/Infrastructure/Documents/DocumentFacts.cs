namespace CrmStudio.Infrastructure.Documents;

/// <summary>What a document says of itself, for readers, searches and archives.</summary>
/// <param name="Title">Its title, shown by readers instead of the file name.</param>
/// <param name="MadeAt">When it was made. Handed in, so that the same document is the same bytes.</param>
public sealed record DocumentFacts(string Title, DateTimeOffset MadeAt)
{
    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>Language of the text (RFC 3066), for screen readers.</summary>
    public string Language { get; init; } = "en-US";
}
