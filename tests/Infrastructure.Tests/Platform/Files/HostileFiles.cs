using System.Text;
using static CrmStudio.Testing.Files.Specimen;

namespace CrmStudio.Infrastructure.Tests.Platform.Files;

/// <summary>Files nobody should send: made by rules, none of them committed. Each says what must become of it.</summary>
internal static class HostileFiles
{
    private const int Big = 65_500;

    /// <summary>A file, and the refusal it must meet; null when it is taken, cleaned.</summary>
    public sealed record Sent(string Name, byte[] Bytes, string? Refusal, string? Or = null);

    public static IReadOnlyList<Sent> All { get; } = [.. Kinds(), .. Cut(), .. TwoInOne(), .. Bombs(), .. Acting(), .. Places()];

    public static IReadOnlyDictionary<string, byte[]> Whole { get; } = new Dictionary<string, byte[]>
    {
        ["pdf"] = Pdf(), ["packed pdf"] = PdfWithPacked("1 0 << /Type /Font >>"), ["jpeg"] = Jpeg(), ["progressive jpeg"] = Jpeg(isProgressive: true), ["png"] = Png(), ["heic"] = Heic(), ["tiff"] = Scan(hasPlace: false),
        ["word"] = Office(), ["excel"] = Office("xl/workbook.xml"),
    };

    private static IEnumerable<Sent> Kinds()
    {
        const string script = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>";
        string[] texts =
        [
            script, "\uFEFF" + script, "   \n" + script, "<?xml version='1.0'?>" + script, "<!DOCTYPE svg>" + script, "<!-- " + new string('x', 200) + " -->" + script, script.ToUpperInvariant(),
            "<?xml version='1.0' encoding='utf-16'?>" + script, "<html><script>alert(1)</script></html>", "<!doctype html><body onload=alert(1)>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
            "<xml><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script></xml>", "MIME-Version: 1.0\nContent-Type: multipart/related", "From: a@b\nSubject: x\n\nx", "javascript:alert(1)", "alert(1)", "{\"a\":1}",
            "name,amount\na,1", "Just words.", "#!/bin/sh\nrm -rf /", "@echo off", "%!PS-Adobe-3.0 EPSF-3.0", "{\\rtf1 x}", "BEGIN:VCARD", "BEGIN:VCALENDAR", "[InternetShortcut]\nURL=file:///", "GIF89a=1;alert(1)//", "GIF87a",
            "RIFF....WEBPVP8 ", "RIFF....AVI ", "BM" + new string('\0', 60), "8BPS\0\u0001", "OggS", "ID3", "FWS\u0009", "CWS\u0009", "%FDF-1.2", "\0asm\u0001\0\0\0", "MZ\u0090\0", "\u007fELF", "regf", "SQLite format 3\0", "PDF-1.7", " %PDF-1.7",
        ];
        foreach (var (text, i) in texts.Select((text, i) => (text, i))) yield return new($"text {i}", Encoding.UTF8.GetBytes(text), "files.kind");
        yield return new("svg as utf-16", Encoding.Unicode.GetBytes(script), "files.kind");
        yield return new("nothing", [], "files.empty");
        foreach (var letter in (byte[])[0, (byte)'<', 0xFF]) yield return new($"one byte {letter}", [letter], "files.kind");
        yield return new("a class", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], "files.kind");
        yield return new("an icon", [0, 0, 1, 0, 1, 0, 16, 16], "files.kind");
        yield return new("a big tiff", [.. "II+\0"u8, 8, 0, 0, 0, .. new byte[40]], "files.kind");
        foreach (var brand in (string[])["avif", "isom", "mp42", "qt  ", "M4A ", "crx "]) yield return new($"film {brand}", [.. Box("ftyp", [.. Ascii(brand), 0, 0, 0, 0, .. Ascii(brand)]), .. Box("mdat", new byte[64])], "files.kind");
        yield return new("a live photo", [.. Heic(), .. Box("moov", new byte[32])], "files.kind");
        yield return new("an old word file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]], "files.old-office");
        foreach (var (name, head) in new (string, byte[])[] { ("rar", Ascii("Rar!\x1a\x07")), ("7z", Ascii("7z\xBC")), ("gzip", [0x1F, 0x8B, 8]), ("an empty zip", [.. "PK\x5\x6"u8, .. new byte[18]]) }) yield return new(name, [.. head, .. new byte[40]], "files.archive");
        yield return new("a zip of a script", Zip(("a.js", Ascii("alert(1)"))), "files.archive");
        yield return new("a jar", Zip(("META-INF/MANIFEST.MF", [1]), ("A.class", [1])), "files.archive");
        yield return new("an open document", Zip(("mimetype", Ascii("application/vnd.oasis.opendocument.text")), ("content.xml", [1])), "files.archive");
        yield return new("a powerpoint", Office("ppt/presentation.xml"), "files.archive");
    }

    /// <summary>Each whole file, cut off at twelve places.</summary>
    private static IEnumerable<Sent> Cut()
    {
        var whole = new Dictionary<string, byte[]> { ["pdf"] = Pdf(), ["jpeg"] = Jpeg(), ["phone photo"] = PhonePhoto()[..^Jpeg(segments: [Segment(0xFE, Ascii(Canary))]).Length], ["png"] = Png(), ["heic"] = Heic(), ["tiff"] = Scan(), ["word"] = Office(), ["excel"] = Office("xl/workbook.xml") };
        foreach (var (name, bytes) in whole)
            for (var part = 1; part <= 12; part++)
            {
                var length = Math.Min(bytes.Length - (name == "pdf" ? 12 : 1), Math.Max(12, bytes.Length * part / 12));
                yield return new($"{name} cut at {length}", bytes[..length], "files.broken", name switch { "word" or "excel" => "files.archive", "heic" => "files.location", _ => "files.kind" });
            }
    }

    private static IEnumerable<Sent> TwoInOne()
    {
        byte[] zip = Zip(("a.html", Ascii("<script>"))), html = Ascii($"<html><script>/* {Canary} */</script></html>"), pdf = Pdf(catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
        foreach (var (name, tail) in new[] { ("zip", zip), ("html", html), ("pdf", pdf) })
        {
            yield return new($"jpeg with {name} behind", [.. Jpeg(), .. tail], null);
            yield return new($"png with {name} behind", [.. Png(), .. tail], null);
            yield return new($"pdf with {name} behind", [.. Pdf(), .. tail], name == "pdf" ? null : "files.appended");   // a second PDF is a later edition of the first
            yield return new($"word with {name} behind", [.. Office(), .. tail], "files.archive", "files.bomb");
            yield return new($"heic with {name} behind", [.. Heic(), .. tail], "files.broken");
            yield return new($"{name} with a pdf behind", [.. tail, .. Pdf()], name == "pdf" ? "taken or not" : "files.kind", "files.archive");
        }
        yield return new("pdf after junk", [.. new byte[64], .. Pdf()], "files.kind");
        yield return new("pdf that is html too", [.. "%PDF-1.7\n<html><script>alert(1)</script>"u8], "files.broken");
        yield return new("jpeg with a script in its comment", Jpeg(segments: [Segment(0xFE, html)]), null);
        yield return new("jpeg with a script in its camera data", Jpeg(segments: [Segment(0xE1, [.. "Exif\0\0"u8, .. html])]), null);
        for (byte marker = 0xE3; marker <= 0xEF; marker++) yield return new($"jpeg with a script in {marker:x}", Jpeg(segments: [Segment(marker, html)]), null);
        foreach (var type in (string[])["tEXt", "iTXt", "zTXt", "eXIf", "tIME", "acTL", "fdAT", "prVt", "vpAg"]) yield return new($"png with a script in {type}", Png(8, 8, (type, html)), null);
        yield return new("png with an unknown critical chunk", Png(8, 8, ("ABCD", html)), "files.broken");
        yield return new("png that begins with its data", [.. Png()[..8], .. Chunk("IDAT", [1]), .. Chunk("IEND", [])], "files.broken");
        yield return new("png with two headers", Png(8, 8, ("IHDR", new byte[13])), "files.broken");
        yield return new("png without data", [.. Png()[..33], .. Chunk("IEND", [])], "files.broken");
        var wrongSum = Png();
        wrongSum[^1] ^= 1;
        yield return new("png with a wrong sum", wrongSum, "files.broken");
        yield return new("word with a comment of its own", WithComment(Office()), "files.archive");
        yield return new("word with a file before it", [.. html, .. Office()], "files.kind");
        yield return new("jpeg without a scan", [.. Jpeg()[..20], 0xFF, 0xD9], "files.broken");
        yield return new("jpeg with two frames", Jpeg(segments: [Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])]), "files.broken");
        yield return new("jpeg with a lossless mark", Jpeg(segments: [Segment(0xF7, [1, 2])]), "files.broken");
    }

    private static IEnumerable<Sent> Bombs()
    {
        yield return new("a jpeg of four thousand million pixels", Jpeg(Big, Big), "files.too-many-pixels");
        yield return new("a jpeg without height", Jpeg(64, 0), "files.broken");
        yield return new("a png of four thousand million pixels", Png(Big, Big), "files.too-many-pixels");
        yield return new("a png of the largest numbers", Png(uint.MaxValue, uint.MaxValue), "files.too-many-pixels");
        yield return new("a png of no width", Png(0, 8), "files.broken");
        yield return new("a png with a text of five megabytes", Png(8, 8, ("tEXt", new byte[5 * 1024 * 1024])), "files.bomb");
        yield return new("a png with a profile of five megabytes", Png(8, 8, ("iCCP", new byte[5 * 1024 * 1024])), "files.bomb");
        yield return new("a heic of four thousand million pixels", Heic(width: Big, height: Big), "files.too-many-pixels");
        yield return new("a heic of no size", Heic(width: 0), "files.broken");
        yield return new("a scan of four thousand million pixels", Scan(width: Big, height: Big), "files.too-many-pixels");
        yield return new("a scan that is a circle", Circle(), "files.broken");
        yield return new("a word file of noughts", Office(parts: ("word/media/a.bmp", new byte[40 * 1024 * 1024])), "files.bomb");
        yield return new("a word file of twelve thousand parts", Office(parts: [.. Enumerable.Range(0, 12_000).Select(i => ($"{i}", Array.Empty<byte>()))]), "files.bomb");
        yield return new("a workbook whose parts share their bytes", Shared(), "files.bomb", "files.broken");
        yield return new("a pdf whose hidden parts never end", PdfWithPacked(new byte[210 * 1024 * 1024]), "files.bomb");
        yield return new("a file of fifty-one megabytes", [.. Jpeg(), .. new byte[51 * 1024 * 1024]], "files.too-large");
    }

    private static IEnumerable<Sent> Acting()
    {
        foreach (var part in (string[])["word/vbaProject.bin", "xl/vbaProject.bin", "word/vbaData.bin", "WORD/VBAPROJECT.BIN"]) yield return new($"macros in {part}", Office(parts: (part, [1])), "files.macros");
        // Taken, but never shown: PdfTests say so.
        yield return new("a pdf with a script", Pdf(catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), null);
    }

    private static IEnumerable<Sent> Places()
    {
        for (var orientation = 0; orientation <= 9; orientation++)
            foreach (var isLittle in (bool[])[true, false]) yield return new($"phone photo {orientation} {isLittle}", PhonePhoto(orientation, isLittle), null);
        yield return new("jpeg with its place twice", Jpeg(segments: [Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(1, true)]), Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(1, false)])]), null);
        yield return new("progressive jpeg with its place", Jpeg(isProgressive: true, segments: [Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(1, true)])]), null);
        yield return new("jpeg with broken camera data", Jpeg(segments: [Segment(0xE1, [.. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. Ascii(Canary)])]), null);
        yield return new("png with its place", Png(8, 8, ("eXIf", Exif(1, true))), null);
        for (var version = 0; version <= 2; version++) yield return new($"heic {version}", Heic(version), null);
        foreach (var version in (int[])[1, 2]) yield return new($"heic {version} with its place inside", Heic(version, isInside: true), null);
        yield return new("heic whose table nobody knows", Heic(version: 3), "files.location", "files.broken");
        yield return new("heic with a box of its own", [.. Heic(), .. Box("uuid", [.. new byte[16], .. Ascii(Canary)])], null);
        foreach (var isLittle in (bool[])[true, false]) yield return new($"scan {isLittle}", Scan(isLittle), null);
    }

    private static byte[] WithComment(byte[] zip)
    {
        var comment = Ascii("<script>alert(1)</script>");
        byte[] longer = [.. zip, .. comment];
        longer[zip.Length - 2] = (byte)comment.Length;
        return longer;
    }

    private static byte[] Circle()
    {
        var scan = Scan(hasPlace: false);
        var next = 8 + 8 + 2 + 7 * 12;   // the last number of the directory: where the next one is
        scan[next] = 16;
        return scan;
    }

    /// <summary>Every entry of the directory names the one part there is.</summary>
    private static byte[] Shared()
    {
        var zip = Office("xl/workbook.xml", ("xl/big.bin", Enumerable.Range(0, 60_000).Select(i => (byte)(i * 31 % 251)).ToArray()));
        var at = zip.AsSpan().IndexOf("PK\x1\x2"u8);
        var (local, directory) = (zip[..at], zip[at..^22]);
        var last = directory[directory.AsSpan().LastIndexOf("PK\x1\x2"u8)..];
        byte[] many = [.. directory, .. Enumerable.Repeat(last, 500).SelectMany(entry => entry)];
        var end = zip[^22..];
        var entries = (ushort)(3 + 500);
        (end[8], end[9], end[10], end[11]) = ((byte)entries, (byte)(entries >> 8), (byte)entries, (byte)(entries >> 8));
        BitConverter.TryWriteBytes(end.AsSpan(12), many.Length);
        return [.. local, .. many, .. end];
    }
}
