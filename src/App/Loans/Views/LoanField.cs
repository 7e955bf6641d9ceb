namespace CrmStudio.App.Loans.Views;

/// <summary>What a view of loans can be narrowed by.</summary>
public enum LoanField
{
    /// <summary>Open, funded or ended. Without it a view shows what the board shows.</summary>
    State,

    /// <summary>The stage.</summary>
    Stage,

    /// <summary>The loan officer; also "me" and "nobody".</summary>
    Officer,

    /// <summary>The processor; also "me" and "nobody".</summary>
    Processor,

    /// <summary>The branch of the officer, with the teams below it.</summary>
    Branch,

    /// <summary>The amount. Only for who sees amounts.</summary>
    Amount,

    /// <summary>Days until the lock runs out, run-out locks included.</summary>
    Lock,

    /// <summary>Days until the closing, from today on.</summary>
    Closing,

    /// <summary>Longer in its stage than the stage allows.</summary>
    Rotting,

    /// <summary>What the money is for.</summary>
    Purpose,

    /// <summary>The programme.</summary>
    Product,

    /// <summary>Where the borrower came from.</summary>
    Source,

    /// <summary>Borrower's name or loan number.</summary>
    Text,
}
