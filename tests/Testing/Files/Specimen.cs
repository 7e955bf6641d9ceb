using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CrmStudio.Testing.Files;

/// <summary>Small whole files of every kind, made here byte by byte. Pictures carry what a phone writes into them when asked to.</summary>
public static class Specimen
{
    /// <summary>Stands inside whatever must not survive: places, comments, thumbnails.</summary>
    public const string Canary = "43.2145N-70.5890W";

    private static readonly byte[] canary = Encoding.ASCII.GetBytes(Canary);

    /// <summary>A one-page PDF.</summary>
    /// <param name="words">What the page says.</param>
    /// <param name="catalog">Further entries of the catalog, such as an action.</param>
    /// <param name="objects">Further objects.</param>
    public static byte[] Pdf(string words = "Pay stub", string catalog = "", string objects = "") => PdfOf(
        $"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        Stream($"BT /F1 18 Tf 20 100 Td ({words}) Tj ET"), objects);

    /// <summary>A PDF with an object stream that holds these words, packed as PDFs of today are.</summary>
    public static byte[] PdfWithPacked(string inside, string filter = "/FlateDecode", string type = "/ObjStm") => PdfWithPacked(Encoding.Latin1.GetBytes(inside), filter, type);

    /// <summary>A PDF with an object stream that holds these bytes.</summary>
    public static byte[] PdfWithPacked(byte[] inside, string filter = "/FlateDecode", string type = "/ObjStm")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(inside);
        var data = Encoding.Latin1.GetString(packed.ToArray());
        return Pdf(objects: $"<< /Type {type} /N 1 /First 0 /Filter {filter} /Length {data.Length} >>\nstream\n{data}\nendstream");
    }

    /// <summary>A gray 64 × 64 JPEG that decoders show.</summary>
    /// <param name="width">What its frame claims.</param>
    /// <param name="height">What its frame claims.</param>
    /// <param name="isProgressive">Whether it is a progressive one.</param>
    /// <param name="segments">Segments before the frame.</param>
    public static byte[] Jpeg(int width = 64, int height = 64, bool isProgressive = false, params byte[][] segments) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. segments.SelectMany(segment => segment),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(isProgressive ? (byte)0xC2 : (byte)0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]),
        .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, isProgressive ? (byte)0 : (byte)63, 0]),
        .. new byte[isProgressive ? 8 : 16],
        0xFF, 0xD9,
    ];

    /// <summary>A JPEG as a phone writes it: camera, way up, place, a second picture after the first.</summary>
    public static byte[] PhonePhoto(int orientation = 6, bool isLittle = false) =>
    [
        .. Jpeg(segments: [Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation, isLittle)]), Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude='"u8, .. canary, .. "'/>"u8]), Segment(0xFE, canary)]),
        .. Jpeg(segments: [Segment(0xFE, canary)]),
    ];

    /// <summary>Exif data: way up and place.</summary>
    public static byte[] Exif(int orientation, bool isLittle) => Tiff(isLittle, [(0x0112, 3, [(ushort)orientation], null), (0x8825, 4, [], [(0x0001, 2, canary)])]);

    /// <summary>A PNG of one colour.</summary>
    public static byte[] Png(uint width = 8, uint height = 8, params (string Type, byte[] Content)[] chunks)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < Math.Min(height, 64); row++) zlib.Write(new byte[1 + 3 * Math.Min(width, 64)]);
        return
        [
            0x89, .. "PNG\r\n\x1a\n"u8,
            .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]),
            .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Content)),
            .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>A HEIC photo with an Exif item.</summary>
    /// <param name="version">Version of its item table: 0, 1 or 2.</param>
    /// <param name="isInside">Whether the Exif stands inside the description.</param>
    /// <param name="width">What it claims.</param>
    /// <param name="height">What it claims.</param>
    /// <param name="brand">What it says it is.</param>
    public static byte[] Heic(int version = 1, bool isInside = false, uint width = 64, uint height = 64, string brand = "heic")
    {
        var exif = (byte[])[0, 0, 0, 0, .. Exif(6, isLittle: false)];
        var head = Box("ftyp", [.. Ascii(brand), 0, 0, 0, 0, .. Ascii("mif1"), .. Ascii(brand)]);
        var items = Box("iinf", [0, 0, 0, 0, 0, 2, .. Box("infe", [2, 0, 0, 0, 0, 1, 0, 0, .. "hvc1"u8, 0]), .. Box("infe", [2, 0, 0, 0, 0, 2, 0, 0, .. "Exif"u8, 0])]);
        var sizes = Box("iprp", Box("ipco", Box("ispe", [0, 0, 0, 0, .. BigEndian(width), .. BigEndian(height)])));
        var data = isInside ? Box("idat", exif) : [];
        var length = Meta(0).Length;
        var picture = (uint)(head.Length + length + 8);
        return [.. head, .. Meta(picture), .. Box("mdat", [.. new byte[32], .. isInside ? [] : exif])];

        byte[] Meta(uint at) => Box("meta", [0, 0, 0, 0, .. Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "pict"u8, .. new byte[13]]), .. Box("pitm", [0, 0, 0, 0, 0, 1]), .. items, .. sizes, .. data, .. Places(at)]);

        byte[] Places(uint at) => Box("iloc",
        [
            (byte)version, 0, 0, 0, 0x44, 0x00, .. version == 2 ? BigEndian(2) : [0, 2],
            .. Place(1, 0, at, 32), .. Place(2, isInside ? 1 : 0, isInside ? 0 : at + 32, (uint)exif.Length),
        ]);

        byte[] Place(uint id, int method, uint at, uint length) =>
            [.. version == 2 ? BigEndian(id) : [0, (byte)id], .. version == 0 ? Array.Empty<byte>() : [0, (byte)method], 0, 0, 0, 1, .. BigEndian(at), .. BigEndian(length)];
    }

    /// <summary>A scan of one or more pages, the first with a place.</summary>
    public static byte[] Scan(bool isLittle = true, uint width = 8, uint height = 8, bool hasPlace = true) => Tiff(isLittle,
    [
        (256, 4, [width], null), (257, 4, [height], null), (258, 3, [1], null), (259, 3, [1], null), (262, 3, [1], null),
        (273, 4, [8], null), (279, 4, [8], null),
        .. hasPlace ? [(34853, 4, [], [(0x0001, 2, canary)])] : Array.Empty<(int, int, uint[], (int, int, byte[])[]?)>(),
    ], lead: [0x55, 0xAA, 0x55, 0xAA, 0x55, 0xAA, 0x55, 0xAA]);

    /// <summary>A Word document, or with another main part an Excel workbook.</summary>
    public static byte[] Office(string main = "word/document.xml", params (string Name, byte[] Content)[] parts) =>
        Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), (main, "<document/>"u8.ToArray()), .. parts]);

    /// <summary>An archive.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }

    /// <summary>A segment of a JPEG.</summary>
    public static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>A chunk of a PNG with its check sum.</summary>
    public static byte[] Chunk(string type, byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var next in Ascii(type).Concat(content))
        {
            sum ^= next;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ sum >> 1;
        }
        return [.. BigEndian((uint)content.Length), .. Ascii(type), .. content, .. BigEndian(~sum)];
    }

    /// <summary>A box of a HEIC.</summary>
    public static byte[] Box(string type, byte[] content) => [.. BigEndian((uint)content.Length + 8), .. Ascii(type), .. content];

    /// <summary>Bytes of plain letters.</summary>
    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>Whether the canary stands in the bytes.</summary>
    public static bool HasCanary(ReadOnlySpan<byte> bytes) => bytes.IndexOf(canary) >= 0;

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] PdfOf(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n%âãÏÓ\n");
        var places = new List<int>();
        foreach (var (content, number) in objects.Where(content => content.Length > 0).Select((content, i) => (content, i + 1)))
        {
            places.Add(text.Length);
            text.Append(null, $"{number} 0 obj\n{content}\nendobj\n");
        }
        var table = text.Length;
        text.Append(null, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) text.Append(null, $"{place:0000000000} 00000 n \n");
        text.Append(null, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A TIFF directory; an entry with a directory below it points there.</summary>
    private static byte[] Tiff(bool isLittle, (int Tag, int Type, uint[] Numbers, (int Tag, int Type, byte[] Bytes)[]? Below)[] entries, byte[]? lead = null)
    {
        lead ??= [];
        var start = 8 + lead.Length;
        var end = start + 2 + entries.Length * 12 + 4;
        var (directory, below) = (new List<byte>(Number(entries.Length, 2)), new List<byte>());
        foreach (var (tag, type, numbers, children) in entries)
        {
            directory.AddRange([.. Number(tag, 2), .. Number(type, 2), .. Number(1, 4)]);
            directory.AddRange(children is not null ? Number(end + below.Count, 4) : type == 3 ? [.. Number(numbers[0], 2), 0, 0] : Number(numbers[0], 4));
            foreach (var child in children ?? [])
            {
                var at = end + below.Count + 2 + 12 + 4;
                below.AddRange([.. Number(1, 2), .. Number(child.Tag, 2), .. Number(child.Type, 2), .. Number(child.Bytes.Length, 4), .. Number(at, 4), .. Number(0, 4), .. child.Bytes]);
            }
        }
        return [.. isLittle ? "II*\0"u8 : "MM\0*"u8, .. Number(start, 4), .. lead, .. directory, .. Number(0, 4), .. below];

        byte[] Number(long value, int size)
        {
            var bytes = new byte[4];
            if (isLittle) BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
            else BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value << (8 * (4 - size)));
            return bytes[..size];
        }
    }
}
