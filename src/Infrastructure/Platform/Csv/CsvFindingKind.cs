namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>What the reader found. The kinds before <see cref="FirstNote"/> keep a row from being taken, the others are notes.</summary>
public enum CsvFindingKind
{
    /// <summary>The file is larger than allowed; reading stopped.</summary>
    FileTooLarge,

    /// <summary>The file has more rows than allowed; reading stopped.</summary>
    TooManyRows,

    /// <summary>The row has more cells than a file may have columns.</summary>
    TooManyColumns,

    /// <summary>One cell is longer than allowed; the rest of its line was skipped.</summary>
    CellTooLong,

    /// <summary>The row as a whole is longer than allowed.</summary>
    RowTooLong,

    /// <summary>A quote was opened and never closed.</summary>
    QuoteNotClosed,

    /// <summary>The row has more or fewer cells than the header.</summary>
    WrongCellCount,

    /// <summary>The cell holds a formula instead of its value.</summary>
    Formula,

    /// <summary>The cell holds characters that cannot be read in any encoding.</summary>
    UnreadableCharacters,

    /// <summary>Marks the border: from here on, the row may be used.</summary>
    FirstNote = 100,

    /// <summary>Characters nobody can see (NUL, control, direction) were taken out.</summary>
    HiddenCharactersRemoved,

    /// <summary>A quote inside a quoted cell was not doubled; it was kept as text.</summary>
    QuoteNotDoubled,

    /// <summary>The file is not UTF-8; it was read in another encoding.</summary>
    OtherEncoding,

    /// <summary>A column has no name and was given one.</summary>
    HeaderEmpty,

    /// <summary>Two columns have the same name; the later one was numbered.</summary>
    HeaderRepeated,

    /// <summary>The name of a column was cut.</summary>
    HeaderTooLong,
}
