namespace CrmStudio.App.Loans.Views;

/// <summary>What a list of loans can be sorted by.</summary>
public enum LoanSort
{
    /// <summary>Order of the stages, then who stands there longest.</summary>
    Stage,

    /// <summary>The borrower's name.</summary>
    Borrower,

    /// <summary>The amount. Only for who sees amounts.</summary>
    Amount,

    /// <summary>Days in the stage.</summary>
    Days,

    /// <summary>The officer's name.</summary>
    Officer,

    /// <summary>When the lock runs out.</summary>
    Lock,

    /// <summary>The closing.</summary>
    Closing,

    /// <summary>When the loan was opened.</summary>
    Created,
}
