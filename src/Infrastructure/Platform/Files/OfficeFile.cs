using System.Buffers.Binary;
using System.IO.Compression;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>
/// Takes a Word or Excel file as it is (ECMA-376 in a ZIP), when it is what it says, unpacks to a bearable size and holds no
/// programs. Every part is unpacked once, into nothing, because a ZIP can lie about its sizes.
/// </summary>
internal static class OfficeFile
{
    private const int EndRecord = 22, MostDirectoryBytesPerEntry = 512;
    private const long Slack = 1024 * 1024;

    /// <summary>Which of the two it is, or why it is neither.</summary>
    public static Outcome<FileKind> KindOf(Stream from)
    {
        var directory = Directory(from, FileLimits.Default);
        if (!directory.IsDone) return directory.Refusal;
        try
        {
            using var archive = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("[Content_Types].xml") is null) return FileRefusals.Archive;
            return archive.GetEntry("word/document.xml") is not null ? FileKind.Word
                : archive.GetEntry("xl/workbook.xml") is not null ? FileKind.Excel
                : FileRefusals.Archive;
        }
        catch (InvalidDataException)
        {
            return FileRefusals.Archive;
        }
        finally
        {
            from.Position = 0;
        }
    }

    public static Outcome<Cleaned> Clean(Stream from, Stream to, FileLimits limits, string main)
    {
        var directory = Directory(from, limits);
        if (!directory.IsDone) return directory.Refusal;
        using (var archive = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Count > limits.MaxEntries) return FileRefusals.Bomb;
            if (archive.Entries.Any(entry => entry.IsEncrypted)) return FileRefusals.OldOffice;
            if (archive.Entries.Any(entry => entry.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && entry.Name.StartsWith("vba", StringComparison.OrdinalIgnoreCase))) return FileRefusals.Macros;
            if (archive.GetEntry(main) is null) return FileRefusals.Archive;
            if (archive.Entries.Sum(entry => entry.CompressedLength) > from.Length) return FileRefusals.Bomb;   // parts that share their bytes
            var unpacked = Unpack(archive, Math.Min(limits.MaxUnpackedBytes, from.Length * limits.MaxRatio + Slack));
            if (!unpacked.IsDone) return unpacked.Refusal;
        }
        from.Position = 0;
        from.CopyTo(to);
        return new Cleaned(false);
    }

    private static Outcome Unpack(ZipArchive archive, long most)
    {
        var buffer = new byte[64 * 1024];
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
                if ((most -= read) < 0) return FileRefusals.Bomb;
        }
        return Outcome.Done;
    }

    /// <summary>Looks at the record at the end before anybody reads the directory it announces: that could fill the memory.</summary>
    private static Outcome Directory(Stream from, FileLimits limits)
    {
        if (from.Length < EndRecord) return FileRefusals.Archive;
        Span<byte> end = stackalloc byte[EndRecord];
        from.Position = from.Length - EndRecord;
        from.ReadExactly(end);
        from.Position = 0;
        // Anything behind the record, even a comment, would be a second file.
        if (!end.StartsWith("PK\x5\x6"u8) || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != 0) return FileRefusals.Archive;
        var (entries, size, at) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        if (entries > limits.MaxEntries || size > (long)limits.MaxEntries * MostDirectoryBytesPerEntry) return FileRefusals.Bomb;
        return (long)at + size + EndRecord == from.Length ? Outcome.Done : FileRefusals.Archive;
    }
}
