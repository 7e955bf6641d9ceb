using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>
/// Looks into a file that somebody sent: says what it is by its bytes, refuses what is broken, hostile or of another kind, and
/// writes a copy without the place and camera of photos. Streams; the largest part ever held is <see cref="FileLimits.MaxDescriptionBytes"/>.
/// </summary>
public static class FileIntake
{
    private const int HeadLength = 64;

    /// <summary>Reads a file and writes the copy that is kept.</summary>
    /// <param name="from">The file, from its start; it can seek.</param>
    /// <param name="to">Where the copy goes.</param>
    /// <param name="limits">How large and deep it may be.</param>
    /// <returns>The file as it is kept, or why it is not.</returns>
    public static Outcome<ReceivedFile> Receive(Stream from, Stream to, FileLimits limits)
    {
        if (from.Length == 0) return FileRefusals.Empty;
        if (from.Length > limits.MaxBytes) return FileRefusals.TooLarge(limits.MaxBytes);
        var kind = KindOf(from);
        if (!kind.IsDone) return kind.Refusal;

        using var copy = new HashingStream(to);
        Outcome<Cleaned> cleaned;
        try
        {
            cleaned = Clean(kind.Value, from, copy, limits);
        }
        catch (Exception broken) when (broken is EndOfStreamException or InvalidDataException or OverflowException)
        {
            return FileRefusals.Broken(Name(kind.Value));
        }
        if (!cleaned.IsDone) return cleaned.Refusal;
        return new ReceivedFile(kind.Value, copy.Length, copy.Sha256(), cleaned.Value.CanBeShown, cleaned.Value.Removed);
    }

    private static Outcome<Cleaned> Clean(FileKind kind, Stream from, HashingStream copy, FileLimits limits) => kind switch
    {
        FileKind.Pdf => PdfFile.Clean(from, copy, limits),
        FileKind.Jpeg => JpegFile.Clean(from, copy, limits),
        FileKind.Png => PngFile.Clean(from, copy, limits),
        FileKind.Heic => HeicFile.Clean(from, copy, limits),
        FileKind.Tiff => TiffFile.Clean(from, copy, limits),
        FileKind.Word => OfficeFile.Clean(from, copy, limits, "word/document.xml"),
        FileKind.Excel => OfficeFile.Clean(from, copy, limits, "xl/workbook.xml"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind"),
    };

    private static Outcome<FileKind> KindOf(Stream from)
    {
        Span<byte> bytes = stackalloc byte[HeadLength];
        from.Position = 0;
        ReadOnlySpan<byte> head = bytes[..from.ReadAtLeast(bytes, HeadLength, throwOnEndOfStream: false)];
        from.Position = 0;

        if (head.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (head.StartsWith(PngFile.Signature)) return FileKind.Png;
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)) return FileKind.Tiff;
        if (head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) && HeicFile.IsPhoto(head)) return FileKind.Heic;
        if (head.StartsWith("PK\x3\x4"u8)) return OfficeFile.KindOf(from);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return FileRefusals.OldOffice;
        if (head.StartsWith("PK"u8) || head.StartsWith("Rar!"u8) || head.StartsWith("7z"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return FileRefusals.Archive;
        return FileRefusals.Kind;
    }

    private static string Name(FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Jpeg or FileKind.Png or FileKind.Heic => "picture",
        FileKind.Tiff => "scan",
        FileKind.Word => "Word file",
        _ => "Excel file",
    };
}
