namespace CrmStudio.Infrastructure.Access;

/// <summary>The alphabet authenticator apps read secrets in (RFC 4648, without padding).</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Bytes as text.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = ((buffer << 8) | one, bits + 8);
            while (bits >= 5) text.Append(Alphabet[(buffer >> (bits -= 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>Text as bytes; null when a letter is not of the alphabet.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0) return null;
            (buffer, bits) = ((buffer << 5) | value, bits + 5);
            if (bits < 8) continue;
            bytes.Add((byte)(buffer >> (bits -= 8)));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
