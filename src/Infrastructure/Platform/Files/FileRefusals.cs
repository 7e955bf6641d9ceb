using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>Why a file is not taken, in words the sender can act on.</summary>
public static class FileRefusals
{
    /// <summary>Nothing in it.</summary>
    public static Refusal Empty { get; } = new("files.empty", "This file is empty.");

    /// <summary>Larger than one file may be.</summary>
    public static Refusal TooLarge(long limit) => new("files.too-large", $"This file is larger than {limit / (1024 * 1024)} MB. Split it, or scan it with fewer dots per inch.");

    /// <summary>No kind we take.</summary>
    public static Refusal Kind { get; } = new("files.kind", $"This is not a kind of file we take. Send a {FileKinds.Words} file.");

    /// <summary>Word's and Excel's former formats can hold programs that nobody sees.</summary>
    public static Refusal OldOffice { get; } = new("files.old-office", "This is an old Word or Excel file, or one with a password. Save it as PDF and send that.");

    /// <summary>An archive, whatever is inside.</summary>
    public static Refusal Archive { get; } = new("files.archive", "This is an archive. Send the files inside it one by one.");

    /// <summary>It runs programs.</summary>
    public static Refusal Macros { get; } = new("files.macros", "This file contains macros, which are programs. Save it as PDF and send that.");

    /// <summary>It begins like a file of its kind, and does not go on or end like one.</summary>
    public static Refusal Broken(string what) => new("files.broken", $"This {what} is damaged or not complete. Open it to see whether it is whole, then send it again.");

    /// <summary>Two files in one.</summary>
    public static Refusal Appended { get; } = new("files.appended", "Something else is attached to the end of this PDF. Print it to a new PDF and send that.");

    /// <summary>Too many pixels to be shown.</summary>
    public static Refusal TooManyPixels(long limit) => new("files.too-many-pixels", $"This picture has more than {limit / 1_000_000} million pixels. Send it smaller.");

    /// <summary>Too many pages for one scan.</summary>
    public static Refusal TooManyPages(int limit) => new("files.too-many-pages", $"This scan has more than {limit} pages. Send it as PDF.");

    /// <summary>Small outside, huge inside.</summary>
    public static Refusal Bomb { get; } = new("files.bomb", "This file grows beyond all measure when it is opened, so it is not taken.");

    /// <summary>Where the photo was taken could not be taken out of it.</summary>
    public static Refusal Location { get; } = new("files.location", "We could not take the place it was taken at out of this photo. Send it as JPEG, or a screenshot of it.");
}
