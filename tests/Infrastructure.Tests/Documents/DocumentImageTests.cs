using System.Buffers.Binary;
using System.IO.Compression;
using CrmStudio.Infrastructure.Documents;

namespace CrmStudio.Infrastructure.Tests.Documents;

public sealed class DocumentImageTests
{
    [Fact]
    public void What_is_no_picture_is_refused_by_name()
    {
        Assert.Equal(ImageRefusals.NoPicture, DocumentImage.Read("<svg onload='alert(1)'/>"u8.ToArray()).Refusal);
        Assert.Equal(ImageRefusals.NoPicture, DocumentImage.Read([]).Refusal);
        Assert.Equal(ImageRefusals.FileTooLarge, DocumentImage.Read(new byte[DocumentImage.MaxBytes + 1]).Refusal);
    }

    [Fact]
    public void A_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked()
    {
        Assert.Equal(ImageRefusals.TooManyPixels, DocumentImage.Read(Png(40_000, 40_000, 2, 8, [])).Refusal);
        Assert.Equal(ImageRefusals.TooManyPixels, DocumentImage.Read([0xFF, 0xD8, .. Frame(0xC0, 50_000, 50_000), 0xFF, 0xD9]).Refusal);
    }

    [Fact]
    public void A_damaged_picture_is_refused_wherever_it_is_cut()
    {
        var png = Png(20, 20, 6, 8, Rows(20, 20, 4));
        var jpeg = Photo(orientation: 1);
        for (var length = 8; length < png.Length - 4; length++) Assert.False(DocumentImage.Read(png[..length]).IsDone);
        for (var length = 3; length < jpeg.Length - 1; length++) Assert.False(DocumentImage.Read(jpeg[..length]).IsDone);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(3, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Every_kind_of_png_can_be_printed(int kind, int depth)
    {
        var samples = kind switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var bytes = (21 * samples * depth + 7) / 8;
        var picture = DocumentImage.Read(Png(21, 9, kind, depth, Rows(bytes, 9, 1)));
        Assert.True(picture.IsDone);
        using var pdf = new PdfReaders(Papers.Of(column => column.Item().Image(picture.Value, 100, "A picture")));
        Assert.Equal("", pdf.Faults());
        Assert.Matches(@"image +21 +9", pdf.Images());
        if (kind is 4 or 6) Assert.Matches(@"smask +21 +9", pdf.Images());
    }

    [Fact]
    public void A_png_shows_the_colours_it_holds()
    {
        // One red pixel and one half transparent green one, the second row filtered by "up".
        var file = Png(1, 2, 6, 8, [0, 255, 0, 0, 255, 2, 1, 200, 0, 129]);
        using var pdf = new PdfReaders(Papers.Of(column => column.Item().Image(DocumentImage.Read(file).Value!, 10, "Two pixels")));
        Assert.Equal("255 0 0 0 200 0", pdf.Pixels());
    }

    [Fact]
    public void A_photo_stands_upright_and_leaves_the_place_it_was_taken_behind()
    {
        var photo = DocumentImage.Read(Photo(orientation: 6)).Value!;
        Assert.Equal((30, 40), (photo.Width, photo.Height));   // stored 40 × 30, to be turned right
        var file = Papers.Of(column => column.Item().Image(photo, 100, "A photo"));
        using var pdf = new PdfReaders(file);
        Assert.Equal("", pdf.Faults());
        Assert.Matches(@"image +40 +30", pdf.Images());
        Assert.Equal(-1, file.Content.AsSpan().IndexOf("GPS-SECRET"u8));
    }

    [Fact]
    public void A_photo_stored_in_several_scans_is_carried_whole()
    {
        var photo = DocumentImage.Read(Convert.FromBase64String(Progressive)).Value!;
        using var pdf = new PdfReaders(Papers.Of(column => column.Item().Image(photo, 100, "A photo")));
        Assert.Equal("", pdf.Faults());
        Assert.Matches(@"image +40 +30", pdf.Images());
    }

    [Fact]
    public void A_picture_used_twice_is_in_the_file_once()
    {
        var picture = DocumentImage.Read(Png(20, 20, 2, 8, Rows(60, 20, 1))).Value!;
        var once = Papers.Of(column => column.Item().Image(picture, 50, "Mark"));
        var often = Papers.Of(column =>
        {
            for (var i = 0; i < 5; i++) column.Item().Image(picture, 50, "Mark");
        });
        Assert.True(often.Content.Length < once.Content.Length + 800);
    }

    // Gray pictures of 40 × 30 pixels, as libjpeg wrote them: one at a go, one in several scans.
    private const string Baseline = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAAeACgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAIxAAAQIFAwUAAAAAAAAAAAAAAAETAgMRU5IGEhQhMUSCwf/aAAgBAQAAPwC6CHqTxvb4QwbR+TdgyQPybsGSEbUCpO47SuU3V29adiOzMtx4qGZluPFSqAAAAD//2Q==";
    private const string Progressive = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wgALCAAeACgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/9oACAEBAAAAAbkMLaRxqgB//8QAGhAAAgMBAQAAAAAAAAAAAAAAAAEEEBEhMP/aAAgBAQABBQKpN6jUSOmMx+f/xAAaEAACAgMAAAAAAAAAAAAAAAAAMQIQESEw/9oACAEBAAY/AqjbGRxsQuf/xAAaEAADAQADAAAAAAAAAAAAAAAAYZEQMDHB/9oACAEBAAE/Ic9NWotSo6HIOTj/AP/aAAgBAQAAABD+P/8A/8QAHRAAAQQCAwAAAAAAAAAAAAAAAAEQIfERMTCB8P/aAAgBAQABPxBvLp6sVYUkmEtsaLEWLj//2Q==";

    private static byte[] Frame(int marker, int width, int height) => [0xFF, (byte)marker, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];

    // With what a phone adds: which way it was held, and where.
    private static byte[] Photo(byte orientation)
    {
        byte[] exif = [.. "Exif\0\0II*\0\b\0\0\0"u8, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. "GPS-SECRET"u8];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. Convert.FromBase64String(Baseline)[2..]];
    }

    // Rows as they are before compression: a filter byte, then pixels that change.
    private static byte[] Rows(int width, int height, int samples)
    {
        var rows = new List<byte>();
        for (var y = 0; y < height; y++)
        {
            rows.Add((byte)(y % 5));
            for (var x = 0; x < width * samples; x++) rows.Add((byte)(x * 7 + y * 13));
        }
        return [.. rows];
    }

    private static byte[] Png(int width, int height, int kind, int depth, byte[] rows)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(rows);
        var size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        byte[] palette = kind == 3 ? Chunk("PLTE"u8, [.. Enumerable.Range(0, 3 * (1 << depth)).Select(i => (byte)i)]) : [];
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, [.. size, (byte)depth, (byte)kind, 0, 0, 0]), .. palette, .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. type, .. content, 0, 0, 0, 0];
    }
}
