using System.Text;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

/// <summary>The corpus of files that break something: deterministic, made on the fly, each with a name that says what it breaks.</summary>
internal static class MalformedFiles
{
    private const string Header = "Loan number,Borrower,Amount,Rate,Closing,Note";

    private static readonly string[] nastyCells =
    [
        "", " ", "\0", "1e308", "-1e308", "NaN", "Infinity", "1,234,567.89", "$1.2.3", "31/31/2026", "0000-00-00", "9999-99-99", "29.02.2025",
        "=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=1", "'=1", "＝1+1",
        "\u202Egnp.exe", "\u2066x\u2069", "\u200Bzero", "\uFEFFmark", "Pаypal", "Jose\u0301", "Z\u0351\u036F\u0347a\u0351\u036F\u0347lgo", "👩‍👩‍👧‍👦", "\uFFFD", "\uFFFE",
        "مرحبا", "שלום", "東京都", "𝕬𝖉𝖆", "'; drop table loans; --", "%_\\", "<script>alert(1)</script>", "\u0085next", "\u2028line", "a\u0000b\u0001c",
        "\"", "\"\"", "\"\"\"", "a\"b", "\"a\"b", "\"a", "a\"", "\" \"x\" \"", "\r", "\n", "\r\n\r\n", ";", "|", "\t", ",",
    ];

    private static readonly string[] lineBreaks = ["\n", "\r\n", "\r", "\n\r", "\r\r\n", "\n\n"];

    private static readonly string[] encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1", "us-ascii"];

    /// <summary>Every file with its name.</summary>
    public static IEnumerable<(string Name, IEnumerable<ReadOnlyMemory<byte>> Pieces)> All() =>
        [.. NastyCells(), .. Shapes(), .. Large(), .. Shuffled()];

    private static IEnumerable<(string, IEnumerable<ReadOnlyMemory<byte>>)> NastyCells()
    {
        foreach (var (cell, i) in nastyCells.Select((cell, i) => (cell, i)))
        {
            foreach (var encoding in encodings)
            {
                var text = $"{Header}\r\n1001,Ada,1,6.5,2026-01-02,{cell}\r\n{cell},Bo,2,7,2026-02-03,x\r\n1003,Cy,{cell},{cell},{cell},y\r\n1004,Di,4,5,2026-03-04,z\r\n";
                var coding = Encoding.GetEncoding(encoding);
                yield return ($"cell {i} in {encoding}", [(byte[])[.. coding.GetPreamble(), .. coding.GetBytes(text)]]);
            }
            yield return ($"header {i}", Text($"{cell},{cell},Amount\n1,2,3\n4,5,6\n"));
        }
    }

    private static IEnumerable<(string, IEnumerable<ReadOnlyMemory<byte>>)> Shapes()
    {
        foreach (var lineBreak in lineBreaks)
        {
            foreach (var separator in (char[])[',', ';', '\t', '|', ':', '\u0001'])
                yield return ($"separator U+{(int)separator:X4}, break {lineBreak.Length}", Text(string.Join(lineBreak, Enumerable.Range(0, 20).Select(i => string.Join(separator, Enumerable.Range(0, 1 + (i % 5)).Select(c => $"{c}\"x"))))));
        }
        foreach (var length in Enumerable.Range(0, 24)) yield return ($"first {length} bytes", [Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).Take(length).ToArray()]);
        foreach (var mark in (byte[][])[[0xEF], [0xEF, 0xBB], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0xFF, 0xFE, 0], [0xFE, 0xFF, 0xD8], [0xFF, 0xFE, 0, 0xD8]])
            yield return ($"mark of {mark.Length}", [mark]);
        for (var b = 0x80; b < 0x100; b += 3) yield return ($"byte {b:X2}", [(byte[])[.. Encoding.UTF8.GetBytes(Header + "\n1,"), (byte)b, (byte)(b ^ 0x41), .. ",x\n2,Bo,3,4,5,6\n"u8]]);
    }

    private static IEnumerable<(string, IEnumerable<ReadOnlyMemory<byte>>)> Large()
    {
        foreach (var quote in (string[])["", "\""])
        {
            foreach (var filler in (string[])["x", " ", "é", "\"\"", ",", "\0", "\"", "'", "\n", "\r\n", ",\n\""])
                yield return ($"10 MB of {(int)filler[0]:X} after '{quote}'", [Bytes($"{Header}\n1,2,3,4,5,{quote}"), .. Repeat(filler, 10_000_000), Bytes($"{quote}\n7,8,9,10,11,12\n")]);
        }
        yield return ("64 MB on one line", Repeat("x", 66_000_000));
        yield return ("64 MB of commas", Repeat(",", 66_000_000));
        yield return ("64 MB of quotes", Repeat("\"", 66_000_000));
        yield return ("64 MB of line breaks", Repeat("\n", 66_000_000));
        yield return ("64 MB of rows", [Bytes("a,b\n"), .. Repeat($"1,{new string('y', 500)}\n", 66_000_000)]);
        yield return ("a quote left open at the start of 64 MB", [Bytes("a,b\n1,\"open\n"), .. Repeat($"1,{new string('y', 500)}\n", 66_000_000)]);
        yield return ("10,000 columns", [Bytes(string.Join(',', Enumerable.Range(0, 10_000)) + "\n"), .. Repeat("1,", 100_000)]);
        yield return ("a row of a million cells", [Bytes("a,b\n"), .. Repeat("1,", 2_000_000), Bytes("\n1,2\n")]);
    }

    // Good files with a few bytes changed, put in or taken out at random.
    private static IEnumerable<(string, IEnumerable<ReadOnlyMemory<byte>>)> Shuffled()
    {
        var random = new Random(42);
        byte[] nasty = [0, (byte)'"', (byte)'"', (byte)',', (byte)'\r', (byte)'\n', 0x80, 0xC3, 0xED, 0xFF, (byte)'='];
        for (var file = 0; file < 300; file++)
        {
            var bytes = new List<byte>(Encoding.UTF8.GetBytes(Header + "\r\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"10{i},\"Lovelace, Ada \"\"{i}\"\"\",{i}000.50,6.{i},2026-01-{i % 28 + 1:00},né {i}\r\n"))));
            for (var change = 0; change < 1 + (file % 30); change++)
            {
                var at = random.Next(bytes.Count);
                if (random.Next(3) == 0) bytes.RemoveAt(at);
                else if (random.Next(2) == 0) bytes.Insert(at, nasty[random.Next(nasty.Length)]);
                else bytes[at] = nasty[random.Next(nasty.Length)];
            }
            yield return ($"shuffled {file}", [bytes.ToArray()]);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<ReadOnlyMemory<byte>> Text(string text) => [Bytes(text)];

    private static IEnumerable<ReadOnlyMemory<byte>> Repeat(string text, long bytes)
    {
        var piece = Bytes(string.Concat(Enumerable.Repeat(text, Math.Max(1, 8192 / text.Length))));
        for (var made = 0L; made < bytes; made += piece.Length) yield return piece;
    }
}
