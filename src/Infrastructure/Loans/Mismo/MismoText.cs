using System.Text;
using System.Text.RegularExpressions;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>
/// The letters of a file on their way to the XML reader, which would hold all attributes of a tag at once: a tag that is too long ends the
/// reading here. Knows encodings without asking the file to be honest about them.
/// </summary>
internal sealed partial class MismoText : TextReader
{
    private const int HeadBytes = 256;
    private const string Comment = "<!--", Data = "<![CDATA[", Instruction = "<?", DoctypeStart = "<!DOCTYPE";

    private readonly StreamReader inner;
    private readonly int tagChars;
    private readonly StringBuilder markup = new(DoctypeStart.Length);
    private State state;
    private char quote, last, beforeLast;
    private int inTag;

    private MismoText(StreamReader inner, int tagChars) => (this.inner, this.tagChars) = (inner, tagChars);

    private enum State
    {
        Text,
        Opening,
        Tag,
        Quoted,
        Comment,
        Data,
        Instruction,
        Declaration,
    }

    /// <summary>The line that is being read, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The line a document type is declared on; null where none is.</summary>
    public int? DoctypeLine { get; private set; }

    /// <summary>Whether a tag was too long: nothing more is read then.</summary>
    public bool IsTagTooLong { get; private set; }

    /// <summary>Opens a file; null when its letters cannot be told.</summary>
    /// <param name="content">The bytes, from their start; the stream can seek.</param>
    /// <param name="tagChars">Letters of one tag.</param>
    public static MismoText? Open(Stream content, int tagChars)
    {
        Span<byte> bytes = stackalloc byte[HeadBytes];
        ReadOnlySpan<byte> head = bytes[..content.ReadAtLeast(bytes, HeadBytes, throwOnEndOfStream: false)];
        if (EncodingOf(head) is not { } encoding) return null;
        content.Position = encoding.Preamble.Length > 0 && head.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        return new MismoText(new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 4096, leaveOpen: true), tagChars);
    }

    public override int Peek() => -1;

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 1 ? one[0] : -1;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (IsTagTooLong) return 0;
        var read = inner.Read(buffer);
        for (var place = 0; place < read; place++)
        {
            Watch(buffer[place]);
            if (IsTagTooLong) return place;
        }
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new UTF8Encoding(true, throwOnInvalidBytes: true);
        if (head.Length >= 4 && head[..4].SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new UnicodeEncoding(bigEndian: false, true, throwOnInvalidBytes: true);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new UnicodeEncoding(bigEndian: true, true, throwOnInvalidBytes: true);
        if (head.Contains((byte)0)) return null;

        var declared = Declared().Match(Encoding.Latin1.GetString(head));
        return (declared.Success ? declared.Groups["name"].Value.ToUpperInvariant() : "UTF-8") switch
        {
            "UTF-8" or "US-ASCII" => new UTF8Encoding(false, throwOnInvalidBytes: true),
            "ISO-8859-1" => Encoding.Latin1,
            _ => null,
        };
    }

    private void Watch(char letter)
    {
        if (letter == '\n') Line++;
        switch (state)
        {
            case State.Text when letter == '<':
                (state, inTag) = (State.Opening, 1);
                markup.Clear().Append(letter);
                break;
            case State.Opening:
                Open(letter);
                break;
            case State.Tag when letter is '"' or '\'':
                (state, quote) = (State.Quoted, letter);
                break;
            case State.Quoted when letter == quote:
                state = State.Tag;
                break;
            case State.Tag or State.Declaration when letter == '>':
            case State.Comment when letter == '>' && last == '-' && beforeLast == '-':
            case State.Data when letter == '>' && last == ']' && beforeLast == ']':
            case State.Instruction when letter == '>' && last == '?':
                state = State.Text;
                break;
        }
        if (state is State.Tag or State.Quoted && ++inTag > tagChars) IsTagTooLong = true;
        (beforeLast, last) = (last, letter);
    }

    // What begins like a comment may still become CDATA: letters gather until it is clear.
    private void Open(char letter)
    {
        var begun = markup.Append(letter).ToString();
        if (begun == Instruction) state = State.Instruction;
        else if (begun == Comment) (state, letter) = (State.Comment, ' ');
        else if (begun == Data) state = State.Data;
        else if (begun == DoctypeStart) (state, DoctypeLine) = (State.Declaration, Line);
        else if (!Comment.StartsWith(begun, StringComparison.Ordinal) && !Data.StartsWith(begun, StringComparison.Ordinal) && !DoctypeStart.StartsWith(begun, StringComparison.Ordinal))
            state = letter switch { '>' => State.Text, '"' or '\'' => State.Quoted, _ => State.Tag };
        if (state == State.Quoted) quote = letter;
    }

    [GeneratedRegex("""^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.None, 250)]
    private static partial Regex Declared();
}
