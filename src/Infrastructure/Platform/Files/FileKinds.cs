using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>What a kind of file is called, and how it travels.</summary>
public static class FileKinds
{
    /// <summary>The kinds in words, for whoever chooses a file.</summary>
    public const string Words = "PDF, photo (JPEG, PNG, HEIC), TIFF scan, Word or Excel";

    /// <summary>For the <c>accept</c> of a file field: a courtesy, no check.</summary>
    public const string Accept = "image/*,application/pdf,.pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,.docx,.xlsx";

    /// <summary>The content type a file is served with. Never one the sender chose.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Heic => "image/heic",
        FileKind.Tiff => "image/tiff",
        FileKind.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind"),
    };

    /// <summary>The ending of a file's name, with the dot.</summary>
    public static string Ending(this FileKind kind) => kind switch
    {
        FileKind.Pdf => ".pdf",
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.Heic => ".heic",
        FileKind.Tiff => ".tiff",
        FileKind.Word => ".docx",
        FileKind.Excel => ".xlsx",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind"),
    };
}
