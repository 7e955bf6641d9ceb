namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>Direction of every character of a text with right-to-left letters in it. Each line of it is a paragraph of the algorithm.</summary>
internal sealed class ParagraphLevels
{
    private readonly byte[] levels;
    private readonly byte[] bases;

    private ParagraphLevels(byte[] levels, byte[] bases) => (this.levels, this.bases) = (levels, bases);

    /// <summary>Level of the character at a place of the text.</summary>
    public byte At(int place) => levels[place];

    /// <summary>0 or 1: which way the paragraph around a place reads.</summary>
    public byte BaseAt(int place) => bases[Math.Min(place, bases.Length - 1)];

    public static ParagraphLevels Of(string text)
    {
        var (levels, bases) = (new byte[text.Length], new byte[text.Length]);
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            if (end < 0) end = text.Length;
            Resolve(text.AsSpan(from, end - from), levels.AsSpan(from), bases.AsSpan(from, Math.Min(end + 1, text.Length) - from));
            from = end + 1;
        }
        return new ParagraphLevels(levels, bases);
    }

    private static void Resolve(ReadOnlySpan<char> text, Span<byte> levels, Span<byte> bases)
    {
        var characters = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes()) characters.Add(rune.Value);
        var paragraph = BidiParagraph.Of([.. characters]);
        bases.Fill(paragraph.BaseLevel);
        var (at, before) = (0, paragraph.BaseLevel);
        for (var i = 0; i < characters.Count; i++)
        {
            if (paragraph.Levels[i] != BidiParagraph.Removed) before = paragraph.Levels[i];
            for (var length = characters[i] > 0xFFFF ? 2 : 1; length > 0; length--) levels[at++] = before;
        }
    }
}
