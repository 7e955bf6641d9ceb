using System.Diagnostics;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Files;
using CrmStudio.Testing.Files;

namespace CrmStudio.Infrastructure.Tests.Platform.Files;

public sealed class FileIntakeTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Whole => [.. HostileFiles.Whole.Keys];

    [Fact]
    public void Of_more_than_two_hundred_hostile_files_each_is_refused_by_name_or_cleaned()
    {
        Assert.InRange(HostileFiles.All.Count, 200, 1_000);
        var wrong = new List<string>();
        foreach (var sent in HostileFiles.All)
        {
            var started = Stopwatch.GetTimestamp();
            var (received, kept) = Receive(sent.Bytes);
            if (Stopwatch.GetElapsedTime(started) > patience) wrong.Add($"{sent.Name} took {Stopwatch.GetElapsedTime(started)}");
            if (sent.Refusal == "taken or not") continue;
            if (received.Refusal?.Code != sent.Refusal && (sent.Or is null || received.Refusal?.Code != sent.Or)) wrong.Add($"{sent.Name}: {received.Refusal?.Code ?? "taken"}, not {sent.Refusal ?? "taken"}");
            if (received.IsDone && received.Value.Kind != FileKind.Pdf && Specimen.HasCanary(kept)) wrong.Add($"{sent.Name}: the canary is still in it");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_whole_file_is_taken_and_its_copy_taken_again_unchanged(string name)
    {
        var (received, kept) = Receive(HostileFiles.Whole[name]);
        Assert.Null(received.Refusal);
        Assert.Equal((kept.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(kept))), ((int)received.Value!.Size, received.Value.Sha256));

        var (again, same) = Receive(kept);
        Assert.Null(again.Refusal);
        Assert.Equal(kept, same);
        Assert.DoesNotContain("data after the picture", again.Value!.Removed);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_file_with_bytes_gone_wrong_is_taken_or_refused_and_never_a_fault(string name)
    {
        var whole = HostileFiles.Whole[name];
        var dice = new Random(42);
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            for (var hits = dice.Next(1, 6); hits > 0; hits--) bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
            var (received, _) = Receive(bytes);
            if (!received.IsDone) Assert.StartsWith("files.", received.Refusal.Code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_photo_keeps_the_way_up_and_loses_place_camera_and_the_second_picture()
    {
        var (received, kept) = Receive(Specimen.PhonePhoto(orientation: 6, isLittle: true));

        Assert.Equal(["location", "camera data", "comments", "data after the picture"], received.Value!.Removed);
        Assert.True(received.Value.CanBeShown);
        Assert.False(Specimen.HasCanary(kept));
        var exif = kept.AsSpan().IndexOf("Exif\0\0MM\0*"u8);
        Assert.Equal(6, kept[exif + 6 + 8 + 2 + 9]);
        Assert.Equal([0xFF, 0xD9], kept[^2..]);
    }

    [Fact]
    public void A_photo_that_stands_upright_keeps_nothing_about_itself()
    {
        var (_, kept) = Receive(Specimen.PhonePhoto(orientation: 1));
        Assert.True(kept.AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Fact]
    public void The_colour_profile_of_a_photo_stays()
    {
        byte[] profile = [.. "ICC_PROFILE\0"u8, 1, 1, .. new byte[100]];
        var (_, kept) = Receive(Specimen.Jpeg(segments: [Specimen.Segment(0xE2, profile), Specimen.Segment(0xE2, [.. "MPF\0"u8, 1, 2])]));
        Assert.True(kept.AsSpan().IndexOf(profile) > 0);
        Assert.True(kept.AsSpan().IndexOf("MPF"u8) < 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_heic_loses_its_place_and_keeps_its_length(int version)
    {
        var sent = Specimen.Heic(version);
        var (received, kept) = Receive(sent);
        Assert.Equal(["camera data and location"], received.Value!.Removed);
        Assert.Equal(sent.Length, kept.Length);
        Assert.False(received.Value.CanBeShown);   // browsers do not know it: it is downloaded
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction<</S/#4A#61#76#61#53#63#72#69#70#74/JS(1)>>")]
    [InlineData("/OpenAction << /S /Launch /F (cmd.exe) >>")]
    [InlineData("/AcroForm << /XFA 9 0 R >>")]
    [InlineData("/Names << /EmbeddedFiles 9 0 R >>")]
    [InlineData("/AA << /O << /S /SubmitForm /F (http://x) >> >>")]
    [InlineData("/Extra << /S /Rendition >>")]
    public void A_pdf_in_which_something_can_act_is_kept_and_not_shown(string catalog) => Assert.False(Receive(Specimen.Pdf(catalog: catalog)).Received.Value!.CanBeShown);

    [Fact]
    public void A_pdf_is_looked_into_where_it_is_packed()
    {
        Assert.True(Receive(Specimen.PdfWithPacked("1 0 << /Type /Font /Name /Javascript >>")).Received.Value!.CanBeShown);
        Assert.False(Receive(Specimen.PdfWithPacked("1 0 << /S /JavaScript /JS (app.alert(1)) >>")).Received.Value!.CanBeShown);
        Assert.False(Receive(Specimen.PdfWithPacked("1 0 << /S /JavaScript >>", type: "/Obj#53tm")).Received.Value!.CanBeShown);
    }

    [Theory]
    [InlineData("[/ASCIIHexDecode /FlateDecode]")]
    [InlineData("/LZWDecode")]
    [InlineData("/FlateDecode /DecodeParms << /Predictor 12 >>")]
    [InlineData("/Crypt")]
    public void A_pdf_that_cannot_be_looked_into_is_not_shown(string filter) => Assert.False(Receive(Specimen.PdfWithPacked("1 0 << /Type /Font >>", filter)).Received.Value!.CanBeShown);

    [Fact]
    public void A_plain_pdf_is_shown_and_stays_as_it_is()
    {
        var sent = Specimen.Pdf();
        var (received, kept) = Receive(sent);
        Assert.True(received.Value!.CanBeShown);
        Assert.Equal(sent, kept);
    }

    [Fact]
    public void Limits_are_reached_at_the_number_they_name()
    {
        Assert.True(Receive(Specimen.Jpeg(64, 64), new FileLimits { MaxPixels = 64 * 64 }).Received.IsDone);
        Assert.Equal("files.too-many-pixels", Receive(Specimen.Jpeg(64, 65), new FileLimits { MaxPixels = 64 * 64 }).Received.Refusal?.Code);
        var pdf = Specimen.Pdf();
        Assert.True(Receive(pdf, new FileLimits { MaxBytes = pdf.Length }).Received.IsDone);
        Assert.Equal("files.too-large", Receive(pdf, new FileLimits { MaxBytes = pdf.Length - 1 }).Received.Refusal?.Code);
        Assert.Equal("files.bomb", Receive(Specimen.Office(), new FileLimits { MaxEntries = 1 }).Received.Refusal?.Code);
        Assert.Equal("files.bomb", Receive(Specimen.Office(), new FileLimits { MaxUnpackedBytes = 10 }).Received.Refusal?.Code);
        Assert.Equal("files.too-many-pages", Receive(Specimen.Scan(), new FileLimits { MaxPages = 0 }).Received.Refusal?.Code);
        Assert.Equal("This file is larger than 50 MB. Split it, or scan it with fewer dots per inch.", FileRefusals.TooLarge(FileLimits.Default.MaxBytes).Message);
    }

    [Fact]
    public void A_large_photo_passes_through_little_memory()
    {
        var scan = Specimen.Jpeg();
        var end = scan.Length - 2;
        using var large = new MemoryStream([.. scan[..end], .. new byte[40 * 1024 * 1024], .. scan[end..]]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(FileIntake.Receive(large, Stream.Null, FileLimits.Default).IsDone);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    private static (Outcome<ReceivedFile> Received, byte[] Kept) Receive(byte[] bytes, FileLimits? limits = null)
    {
        using var from = new MemoryStream(bytes);
        using var to = new MemoryStream();
        var received = FileIntake.Receive(from, to, limits ?? FileLimits.Default);
        return (received, to.ToArray());
    }
}
