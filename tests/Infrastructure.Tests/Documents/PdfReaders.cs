using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrmStudio.Infrastructure.Documents;

namespace CrmStudio.Infrastructure.Tests.Documents;

/// <summary>Reads a document with programs that were written by others: qpdf and poppler.</summary>
internal sealed class PdfReaders : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"crm-{Guid.NewGuid():N}.pdf");

    public PdfReaders(PdfFile pdf) => File.WriteAllBytes(file, pdf.Content);

    /// <summary>What qpdf finds wrong; nothing when the file is sound.</summary>
    public string Faults()
    {
        var (code, said) = Run("qpdf", "--check", file);
        return code == 0 && said.Contains("No syntax or stream encoding errors found", StringComparison.Ordinal) && !said.Contains("WARNING", StringComparison.Ordinal) ? "" : said;
    }

    /// <summary>The text, without the marks that say which way a piece of it reads.</summary>
    public string Text() => new([.. Run("pdftotext", "-enc", "UTF-8", file, "-").Said.Where(c => c is not ('\u202A' or '\u202B' or '\u202C' or '\u200E' or '\u200F'))]);

    /// <summary>The text with every stretch of white space made one space.</summary>
    public string Words() => string.Join(' ', Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines as they stand on the pages, hyphens at their ends included.</summary>
    public IReadOnlyList<string> Lines() => [.. Run("pdftotext", "-layout", file, "-").Said.Split('\n', '\f').Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>The text without any white space.</summary>
    public string Letters() => string.Concat(Text().Where(c => !char.IsWhiteSpace(c)));

    public string Facts() => Run("pdfinfo", file).Said;

    /// <summary>The structure with its text, as a screen reader meets it.</summary>
    public string Structure() => Run("pdfinfo", "-struct-text", file).Said;

    public string Fonts() => Run("pdffonts", file).Said;

    public string Images() => Run("pdfimages", "-list", file).Said;

    /// <summary>The first picture's pixels: red, green and blue of each.</summary>
    public string Pixels()
    {
        Run("pdfimages", file, file);
        var picture = file + "-000.ppm";
        var bytes = File.ReadAllBytes(picture);
        foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "-*")) File.Delete(left);
        var header = bytes.AsSpan().IndexOf("255\n"u8) + 4;
        return string.Join(' ', bytes[header..]);
    }

    /// <summary>Width of a word in points.</summary>
    public double WidthOf(string word)
    {
        var box = Regex.Match(Run("pdftotext", "-bbox", file, "-").Said, $@"xMin=""([\d.]+)"" yMin=""[\d.]+"" xMax=""([\d.]+)"" yMax=""[\d.]+"">{Regex.Escape(word)}<");
        return double.Parse(box.Groups[2].Value, CultureInfo.InvariantCulture) - double.Parse(box.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The whole file, unpacked: to look for what must not be in it.</summary>
    public string Unpacked() => Run("qpdf", "--qdf", "--object-streams=disable", file, "-").Said;

    public void Dispose() => File.Delete(file);

    private static (int Code, string Said) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.ToString().TrimEnd());
    }
}
