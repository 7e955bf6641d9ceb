using System.Numerics;
using System.Security.Cryptography;

namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>The glyphs of one font that a document uses.</summary>
internal sealed class GlyphSet(int size)
{
    private readonly ulong[] bits = new ulong[(size + 63) / 64];

    public int Max { get; private set; }

    public void Add(int glyph)
    {
        bits[glyph >> 6] |= 1UL << glyph;
        if (glyph > Max) Max = glyph;
    }

    public bool Has(int glyph) => (bits[glyph >> 6] >> glyph & 1) != 0;

    public bool IsPartOf(GlyphSet other)
    {
        for (var i = 0; i < bits.Length; i++)
            if ((bits[i] & ~other.bits[i]) != 0) return false;
        return true;
    }

    /// <summary>The glyphs, lowest first.</summary>
    public IEnumerable<int> InOrder()
    {
        for (var i = 0; i < bits.Length; i++)
            for (var rest = bits[i]; rest != 0; rest &= rest - 1) yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>A name that equal sets share, and no others.</summary>
    public string Fingerprint() => Convert.ToHexString(SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<ulong>(bits)));
}
