using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Recognises files that are no text at all by their first bytes, so that people learn what they picked.</summary>
internal static class CsvSignature
{
    /// <summary>The refusal for a file that is not text; null when it may be a CSV file.</summary>
    public static Refusal? Refuse(ReadOnlySpan<byte> start, ReadOnlySpan<char> sample)
    {
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return CsvRefusals.Workbook;
        if (start.StartsWith("%PDF-"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])) return CsvRefusals.NotText;

        var head = sample[..Math.Min(sample.Length, 4096)];
        if (head.IsWhiteSpace()) return CsvRefusals.Empty;
        var odd = 0;
        foreach (var c in head)
        {
            if (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) odd++;
        }
        return odd > head.Length / 8 && odd > 8 ? CsvRefusals.NotText : null;
    }
}
