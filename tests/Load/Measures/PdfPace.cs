using System.Diagnostics;
using System.Globalization;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Documents;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Measuring;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>
/// P16: processor time of a page of a pre-approval letter, with its own subsets of the fonts, beside a page of one line by the same writer.
/// Proposals are measured here once there are any.
/// </summary>
public sealed class PdfPace : IMeasure
{
    private static readonly DateTimeOffset at = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    public string Name => "P16";

    public Task RunAsync(MeasureBench bench, CancellationToken ct) => bench.KeepAsync(async () =>
    {
        var (letters, pairs) = bench.IsShort ? (50, 3) : (1_000 / 7 + 1, 7);
        var paper = Paper();
        var number = 0;
        var measured = await Pairs.RunAsync(pairs,
            () => Task.FromResult(Cost(letters, () => PreApprovalLetterPdf.Make(Letter(paper, ++number)).Pages)),
            () => Task.FromResult(Cost(letters, () => PdfDocument.Create(new DocumentFacts("A line", at), document => document.Page(page => page.Content().Text($"Line {++number}"))).Render().Pages)));
        return new Figure("P16", "Pages of pre-approval letters a second, on one core", 1_000 / measured.Ours.Median, "pages/s")
        {
            Judged = Judged.Ours, Must = Limit.AtLeast(200), Moonshot = Limit.AtLeast(2_000), Anchor = 1_000 / measured.Anchor.Median, AnchorName = "a page of one line by the same writer",
            Ratio = measured.Ratios.Median, Spread = measured.Ratios.Range(),
            Note = string.Create(CultureInfo.InvariantCulture, $"{measured.Ours.Median:0.00} ms of processor time a page, {letters * pairs} letters with names of their own; the ratio is of times"),
        };
    });

    private static double Cost(int files, Func<int> make)
    {
        using var process = Process.GetCurrentProcess();
        var (before, pages) = (process.TotalProcessorTime, 0);
        for (var i = 0; i < files; i++) pages += make();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / pages;
    }

    private static LetterPaper Paper()
    {
        var head = new Letterhead(Guid.CreateVersion7());
        head.Write(new("Harborline Lending, Inc.", "1990417", "41 Customs House Row", "Wells Harbor, ME 04090", "(207) 555-0100", null, Letterhead.UsualColor, "Equal Housing Lender."));
        return new LetterPaper(head, "Harborline Lending", null);
    }

    private static LetterContent Letter(LetterPaper paper, int number) => new(
        paper, $"PA-26-{number:0000}", at, DateOnly.FromDateTime(at.Date), [$"Marisol Whitlock {number}", $"Théo Ångström {number % 97}"], "Conv 30", 512_000m + number, 409_600m + number,
        DateOnly.FromDateTime(at.Date).AddDays(90), $"{number} Alder Court, Wells Harbor, ME 04090", new("Ana Reyes", "Senior loan officer", "9904307", "(207) 555-0112", "lo.ana@example.com"));
}
