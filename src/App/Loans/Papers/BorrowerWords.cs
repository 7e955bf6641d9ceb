using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Files;

namespace CrmStudio.App.Loans.Papers;

/// <summary>Refusals that come back to the borrower's page in its address: known codes only, so that no address puts words in our mouth.</summary>
internal static class BorrowerWords
{
    private static readonly Dictionary<string, Refusal> known = new[]
    {
        FileRefusals.Empty, FileRefusals.Kind, FileRefusals.OldOffice, FileRefusals.Archive, FileRefusals.Macros, FileRefusals.Appended, FileRefusals.Bomb, FileRefusals.Location,
        FileRefusals.TooLarge(FileLimits.Default.MaxBytes), FileRefusals.Broken("file"), FileRefusals.TooManyPixels(FileLimits.Default.MaxPixels), FileRefusals.TooManyPages(FileLimits.Default.MaxPages),
        PaperRefusals.IsSettled, PaperRefusals.LoanHasEnded, PaperRefusals.TooManyFiles(new PaperLimits().FilesPerRequest), PaperRefusals.SameFile("one of those below"),
    }.ToDictionary(refusal => refusal.Code, StringComparer.Ordinal);

    public static string? Of(string? code) => code is null ? null : known.GetValueOrDefault(code)?.Message ?? "This file could not be taken. Try again, or call your loan officer.";
}
