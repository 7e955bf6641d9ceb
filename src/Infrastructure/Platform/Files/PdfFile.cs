using System.IO.Compression;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>
/// Takes a PDF as it is (ISO 32000), when it begins and ends as one, and says whether a browser may show it. A browser's PDF viewer
/// runs the scripts of a PDF even inside a sandbox, so one in which anything can act (scripts, programs, films, forms of their own,
/// attachments), or into which we cannot look, is only downloaded. Names are looked for in the whole file and, unpacked, in its
/// object streams.
/// </summary>
internal static class PdfFile
{
    private const int TailLength = 4_096, MostAfterEnd = 1_024, DictionaryReach = 4_096;

    private static readonly HashSet<string> acting = ["JavaScript", "Launch", "Rendition", "RichMedia", "Movie", "XFA", "EmbeddedFile", "EmbeddedFiles", "ImportData", "SubmitForm", "Encrypt"];

    public static Outcome<Cleaned> Clean(Stream from, Stream to, FileLimits limits)
    {
        var ends = Ends(from);
        if (!ends.IsDone) return ends.Refusal;

        var names = new Names();
        var buffer = new byte[64 * 1024];
        int read;
        from.Position = 0;
        while ((read = from.Read(buffer)) > 0)
        {
            names.Look(buffer.AsSpan(0, read));
            to.Write(buffer.AsSpan(0, read));
        }
        if (names.Acts) return new Cleaned(false);

        var left = limits.MaxUnpackedBytes;
        foreach (var packed in names.ObjectStreams)
        {
            var inside = Inside(from, packed, ref left);
            if (left < 0) return FileRefusals.Bomb;
            if (inside is not { Acts: false }) return new Cleaned(false);
        }
        return new Cleaned(true);
    }

    private static Outcome Ends(Stream from)
    {
        var tail = new byte[Math.Min(TailLength, from.Length)];
        from.Position = from.Length - tail.Length;
        from.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || tail.AsSpan(0, end).LastIndexOf("startxref"u8) < 0) return FileRefusals.Broken("PDF");
        var after = tail.AsSpan(end + 5);
        return after.Length <= MostAfterEnd && after.IndexOfAnyExcept("\0\t\n\f\r "u8) < 0 ? Outcome.Done : FileRefusals.Appended;
    }

    /// <summary>The names in an object stream; null when we cannot look into it.</summary>
    private static Names? Inside(Stream from, long nameAt, ref long left)
    {
        var start = Math.Max(0, nameAt - DictionaryReach);
        var around = new byte[(int)Math.Min(2 * DictionaryReach, from.Length - start)];
        from.Position = start;
        from.ReadExactly(around);
        var name = (int)(nameAt - start);
        var stream = around.AsSpan(name).IndexOf("stream"u8);
        if (stream < 0) return null;
        stream += name;
        var dictionary = around.AsSpan(0, stream);
        var begin = dictionary.LastIndexOf("obj"u8);
        if (begin < 0) return null;
        dictionary = dictionary[begin..];
        if (dictionary.IndexOf("/Filter"u8) < 0) return new Names();   // not packed: looked at already
        if (dictionary.IndexOf("/FlateDecode"u8) < 0 || dictionary.IndexOf("/DecodeParms"u8) >= 0 || Count(dictionary, "Decode"u8) > 1) return null;

        var data = stream + "stream".Length;
        if (data < around.Length && around[data] == '\r') data++;
        if (data < around.Length && around[data] == '\n') data++;
        from.Position = start + data;
        var names = new Names();
        var buffer = new byte[64 * 1024];
        try
        {
            using var unpacked = new ZLibStream(from, CompressionMode.Decompress, leaveOpen: true);
            int read;
            while (left >= 0 && (read = unpacked.Read(buffer)) > 0)
            {
                names.Look(buffer.AsSpan(0, read));
                left -= read;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return names;
    }

    private static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(word)) >= 0; text = text[(at + word.Length)..]) count++;
        return count;
    }

    /// <summary>Reads the names of a PDF, however they are spelled (/J#61vaScript), across the edges of what is handed in.</summary>
    private sealed class Names
    {
        private const int Longest = 48;
        private readonly char[] name = new char[Longest];
        private int length = -1;   // no name open
        private int escape = -1;   // digits of an escape still to come, with the value so far
        private int value;
        private long seen;

        public bool Acts { get; private set; }

        public List<long> ObjectStreams { get; } = [];

        public void Look(ReadOnlySpan<byte> bytes)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (length < 0)
                {
                    var slash = bytes[i..].IndexOf((byte)'/');
                    if (slash < 0) break;
                    i += slash;
                    length = 0;
                    continue;
                }
                Read(bytes[i], seen + i);
            }
            seen += bytes.Length;
        }

        private void Read(byte next, long at)
        {
            if (escape > 0 && char.IsAsciiHexDigit((char)next))
            {
                value = value << 4 | Convert.ToInt32(((char)next).ToString(), 16);
                if (--escape == 0) Add((char)value);
                return;
            }
            if (next == '#')
            {
                (escape, value) = (2, 0);
                return;
            }
            if (next > ' ' && "()<>[]{}/%".IndexOf((char)next, StringComparison.Ordinal) < 0)
            {
                Add((char)next);
                return;
            }

            var word = new string(name, 0, Math.Min(length, Longest));
            if (acting.Contains(word)) Acts = true;
            if (word == "ObjStm") ObjectStreams.Add(at);
            (length, escape) = (next == '/' ? 0 : -1, -1);
        }

        private void Add(char letter)
        {
            if (length < Longest) name[length] = letter;
            length = Math.Min(length + 1, Longest);
            if (length == Longest) length = -1;   // longer than any name we look for
        }
    }
}
