namespace CrmStudio.Domain.Loans;

/// <summary>What became of one row of an imported file.</summary>
public enum LoanImportRowState
{
    /// <summary>Not looked at yet.</summary>
    Unchecked,

    /// <summary>Can be taken.</summary>
    Ready,

    /// <summary>Cannot be taken as it is.</summary>
    Problem,

    /// <summary>Became a loan.</summary>
    Created,

    /// <summary>Changed a loan that was there.</summary>
    Updated,

    /// <summary>Left out: the loan was there already, or nothing in it was new.</summary>
    Skipped,

    /// <summary>Could be read, but not saved.</summary>
    Failed,

    /// <summary>Taken back.</summary>
    Reversed,

    /// <summary>Not taken back: the loan was edited since.</summary>
    Kept,
}
