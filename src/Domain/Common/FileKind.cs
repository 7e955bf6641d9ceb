namespace CrmStudio.Domain.Common;

/// <summary>The kinds of file that are taken. What a file is, its bytes say; its name and what a browser claims count for nothing.</summary>
public enum FileKind
{
    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A JPEG photo.</summary>
    Jpeg,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>A HEIC photo, as iPhones take them.</summary>
    Heic,

    /// <summary>A TIFF scan.</summary>
    Tiff,

    /// <summary>A Word document without macros (.docx).</summary>
    Word,

    /// <summary>An Excel workbook without macros (.xlsx).</summary>
    Excel,
}
