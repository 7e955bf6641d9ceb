using System.Text;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>
/// Reads bytes that are not UTF-8 as Windows-1252, the encoding of older Excel exports, and counts them. Byte by byte, so that a
/// file pasted together from both encodings comes out right and nothing has to be read twice.
/// </summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    private const string Upper =
        "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    /// <summary>How many bytes were not UTF-8 so far.</summary>
    public long Bytes { get; private set; }

    /// <inheritdoc />
    public override int MaxCharCount => 4;

    /// <inheritdoc />
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Replacement(this);

    private static char Read(byte b) => b is >= 0x80 and < 0xA0 ? Upper[b - 0x80] : (char)b;

    private sealed class Replacement(Windows1252Fallback owner) : DecoderFallbackBuffer
    {
        private byte[] bytes = [];
        private int next;

        public override int Remaining => bytes.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (bytes, next) = (bytesUnknown, 0);
            owner.Bytes += bytesUnknown.Length;
            return bytes.Length > 0;
        }

        public override char GetNextChar() => next < bytes.Length ? Read(bytes[next++]) : '\0';

        public override bool MovePrevious()
        {
            if (next == 0) return false;
            next--;
            return true;
        }

        public override void Reset() => (bytes, next) = ([], 0);
    }
}
