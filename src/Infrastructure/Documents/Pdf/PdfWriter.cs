using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>
/// Writes the objects of a PDF file (ISO 32000-1) and, at the end, the table of where they stand. Objects that are no streams are
/// packed into object streams; nothing depends on a clock or on chance.
/// </summary>
internal sealed class PdfWriter : IDisposable
{
    private const int ObjectsPerStream = 200, Compressed = 2, Plain = 1;

    private readonly PdfBuffer file = new();
    private readonly PdfBuffer packed = new();
    private readonly MemoryStream squeezed = new();
    private readonly List<(int Id, int At)> inPack = [];
    private readonly List<(byte Kind, int At, int Index)> places = [(0, 0, ushort.MaxValue)];

    // The second line holds bytes above 127, so that nobody takes the file for text.
    public PdfWriter() => file.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        places.Add(default);
        return places.Count - 1;
    }

    /// <summary>Begins an object that is no stream; what is written into the answer until <see cref="End"/> is its content.</summary>
    public PdfBuffer Begin(int id)
    {
        inPack.Add((id, packed.Length));
        return packed;
    }

    /// <summary>Ends the object begun last.</summary>
    public void End()
    {
        packed.Byte((byte)'\n');
        if (inPack.Count == ObjectsPerStream) FlushPack();
    }

    /// <summary>Writes a stream.</summary>
    /// <param name="id">Its object.</param>
    /// <param name="content">Its bytes, encoded as the entries say.</param>
    /// <param name="entries">Entries of its dictionary besides the length.</param>
    public void Stream(int id, ReadOnlySpan<byte> content, ReadOnlySpan<byte> entries)
    {
        places[id] = (Plain, file.Length, 0);
        file.Int(id).Raw(" 0 obj\n<<"u8).Raw(entries).Raw("/Length "u8).Int(content.Length).Raw(">>\nstream\n"u8).Raw(content).Raw("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes a stream, compressed.</summary>
    public void Deflated(int id, ReadOnlySpan<byte> content, ReadOnlySpan<byte> entries)
    {
        squeezed.SetLength(0);
        using (var zlib = new ZLibStream(squeezed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(content);
        Stream(id, squeezed.GetBuffer().AsSpan(0, (int)squeezed.Length), [.. "/Filter/FlateDecode"u8, .. entries]);
    }

    /// <summary>Ends the file.</summary>
    /// <param name="catalog">The root object.</param>
    /// <param name="information">The document information.</param>
    /// <returns>The whole file.</returns>
    public byte[] Finish(int catalog, int information)
    {
        FlushPack();
        var table = Reserve();
        places[table] = (Plain, file.Length, 0);
        var rows = new byte[7 * places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            rows[7 * i] = places[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan(7 * i + 1), places[i].At);
            BinaryPrimitives.WriteUInt16BigEndian(rows.AsSpan(7 * i + 5), (ushort)places[i].Index);
        }

        Span<byte> fingerprint = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(file.Written, fingerprint);
        var id = Convert.ToHexString(fingerprint[..16]);
        using var entries = new PdfBuffer();
        entries.Raw("/Type/XRef/W[1 4 2]/Size "u8).Int(places.Count).Raw("/Root "u8).Ref(catalog).Raw("/Info "u8).Ref(information).Raw("/ID[<"u8);
        foreach (var c in id) entries.Byte((byte)c);
        entries.Raw("><"u8);
        foreach (var c in id) entries.Byte((byte)c);
        entries.Raw(">]"u8);
        Deflated(table, rows, entries.Written);
        file.Raw("startxref\n"u8).Int(places[table].At).Raw("\n%%EOF\n"u8);
        return file.Written.ToArray();
    }

    public void Dispose()
    {
        file.Dispose();
        packed.Dispose();
        squeezed.Dispose();
    }

    private void FlushPack()
    {
        if (inPack.Count == 0) return;
        var id = Reserve();
        using var content = new PdfBuffer();
        for (var i = 0; i < inPack.Count; i++)
        {
            places[inPack[i].Id] = (Compressed, id, i);
            content.Int(inPack[i].Id).Byte((byte)' ').Int(inPack[i].At).Byte((byte)' ');
        }
        var first = content.Length;
        content.Raw(packed.Written);
        using var entries = new PdfBuffer();
        entries.Raw("/Type/ObjStm/N "u8).Int(inPack.Count).Raw("/First "u8).Int(first);
        Deflated(id, content.Written, entries.Written);
        packed.Clear();
        inPack.Clear();
    }
}
