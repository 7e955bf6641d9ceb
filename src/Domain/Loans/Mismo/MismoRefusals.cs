using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>Why a file is not taken.</summary>
public static class MismoRefusals
{
    /// <summary>There is nothing in it.</summary>
    public static Refusal Empty { get; } = new("mismo.empty", "The file is empty.");

    /// <summary>Its letters cannot be read.</summary>
    public static Refusal Encoding { get; } = new("mismo.encoding", "The letters of the file cannot be read: it must be UTF-8, or UTF-16 with a byte-order mark, or say that it is ISO-8859-1.");

    /// <summary>It declares a document type.</summary>
    public static Refusal Doctype(int line) => new("mismo.doctype", $"Line {line} declares a document type (DTD). MISMO files have none, and such declarations can harm: the file is not read.");

    /// <summary>It is not XML.</summary>
    public static Refusal NotXml(int line, int column) => new("mismo.not-xml", $"The file is not well-formed XML: line {line}, column {column}.");

    /// <summary>It is too large.</summary>
    public static Refusal TooLarge(long most) => new("mismo.too-large", $"The file is larger than {most / 1024 / 1024} MB, more than a loan application can be.");

    /// <summary>Elements stand too deep.</summary>
    public static Refusal TooDeep(int line, int most) => new("mismo.too-deep", $"Line {line}: elements stand more than {most} deep inside each other.");

    /// <summary>There are too many elements.</summary>
    public static Refusal TooMany(int line, int most) => new("mismo.too-many", $"Line {line}: the file has more than {most:N0} elements.");

    /// <summary>A tag is too long.</summary>
    public static Refusal TagTooLong(int line) => new("mismo.tag-too-long", $"Line {line}: a tag is longer than any tag of MISMO.");

    /// <summary>Reading takes too long.</summary>
    public static Refusal TookTooLong { get; } = new("mismo.slow", "Reading the file took too long; it was given up.");

    /// <summary>It is something else.</summary>
    public static Refusal NotMismo { get; } = new("mismo.not-mismo", "This is not a MISMO 3 message: its first element is not MESSAGE of http://www.mismo.org/residential/2009/schemas.");

    /// <summary>It is another version.</summary>
    public static Refusal Version { get; } = new("mismo.version", "The message says that it is not of the MISMO Reference Model 3. Export it as MISMO 3.4.");

    /// <summary>There is no loan in it.</summary>
    public static Refusal NoDeal { get; } = new("mismo.no-deal", "The message holds no loan and no borrower: there is no DEAL with LOANS or PARTIES in it.");

    /// <summary>It was saved already.</summary>
    public static Refusal SavedAlready { get; } = new("mismo.saved", "This file was written to a loan already. Undo that first, or upload it again.");

    /// <summary>Its bytes are gone, or not what they were.</summary>
    public static Refusal FileMissing { get; } = new("mismo.file-missing", "The file is not in the store any more, or it is not what came in. Upload it again.");

    /// <summary>A new loan needs somebody.</summary>
    public static Refusal NoBorrower { get; } = new("mismo.no-borrower", "The file names no borrower, and a loan needs one.");

    /// <summary>An ended loan is not changed.</summary>
    public static Refusal LoanEnded { get; } = new("mismo.loan-ended", "That loan has ended. Reopen it first.");
}
