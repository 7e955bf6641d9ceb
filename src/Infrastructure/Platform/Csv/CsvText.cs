using System.Text;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>The characters of a file: finds out its encoding from the first bytes, decodes piece by piece, stops at the size limit.</summary>
internal sealed class CsvText
{
    private const int Piece = 32 * 1024;

    private readonly Stream source;
    private readonly Windows1252Fallback fallback = new();
    private readonly Decoder decoder;
    private readonly byte[] bytes;
    private readonly byte[] signature;
    private int next;
    private int filled;
    private long left;
    private bool sourceEnded;
    private bool flushed;

    private CsvText(Stream source, byte[] bytes, int filled, long left)
    {
        (this.source, this.bytes, this.filled, this.left) = (source, bytes, filled, left);
        signature = bytes[..Math.Min(filled, 8)];
        (EncodingName, next, decoder) = Detect(bytes.AsSpan(0, filled));
    }

    /// <summary>The encoding, as people know it.</summary>
    public string EncodingName { get; }

    /// <summary>True when the file went on past the size limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How many bytes of a UTF-8 file had to be read as Windows-1252.</summary>
    public long ForeignBytes => fallback.Bytes;

    /// <summary>The first bytes as they came, to recognise files that are no text at all.</summary>
    public ReadOnlySpan<byte> Signature => signature;

    /// <summary>Reads the first piece and decides on the encoding.</summary>
    public static async Task<CsvText> OpenAsync(Stream source, long maxBytes, CancellationToken ct)
    {
        var bytes = new byte[Piece];
        var first = (int)Math.Min(Piece, maxBytes);
        var filled = await source.ReadAtLeastAsync(bytes.AsMemory(0, first), first, throwOnEndOfStream: false, ct);
        return new CsvText(source, bytes, filled, maxBytes - filled);
    }

    /// <summary>Decodes the next characters; 0 at the end of the file or of the size limit.</summary>
    public async ValueTask<int> ReadAsync(Memory<char> into, CancellationToken ct)
    {
        while (true)
        {
            if (next == filled && !sourceEnded) await RefillAsync(ct);
            if (flushed) return 0;

            flushed = sourceEnded;
            decoder.Convert(bytes.AsSpan(next, filled - next), into.Span, flushed, out var used, out var chars, out _);
            next += used;
            if (chars > 0) return chars;
        }
    }

    private async ValueTask RefillAsync(CancellationToken ct)
    {
        next = 0;
        filled = await source.ReadAsync(bytes.AsMemory(0, (int)Math.Clamp(left, 1, bytes.Length)), ct);
        if (left == 0 && filled > 0) (IsCut, filled) = (true, 0);
        left -= filled;
        sourceEnded = filled == 0;
    }

    private (string Name, int Skip, Decoder Decoder) Detect(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return ("UTF-32", 4, new UTF32Encoding(false, false).GetDecoder());
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return ("UTF-16", 2, new UnicodeEncoding(false, false).GetDecoder());
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return ("UTF-16 (big-endian)", 2, new UnicodeEncoding(true, false).GetDecoder());

        var (even, odd) = Zeros(start[..Math.Min(start.Length, 4096)]);
        if (odd > 0.4 && even < 0.05) return ("UTF-16", 0, new UnicodeEncoding(false, false).GetDecoder());
        if (even > 0.4 && odd < 0.05) return ("UTF-16 (big-endian)", 0, new UnicodeEncoding(true, false).GetDecoder());

        var skip = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        return ("UTF-8", skip, Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, fallback).GetDecoder());
    }

    // Share of zero bytes at even and odd places: Latin text in UTF-16 without a mark is half zeros.
    private static (double Even, double Odd) Zeros(ReadOnlySpan<byte> start)
    {
        int even = 0, odd = 0, pairs = Math.Max(start.Length / 2, 1);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            if (start[i] == 0) even++;
            if (start[i + 1] == 0) odd++;
        }
        return ((double)even / pairs, (double)odd / pairs);
    }
}
