namespace CrmStudio.App.Loans.Views;

/// <summary>How a field is compared.</summary>
public enum LoanOperator
{
    /// <summary>One of the values.</summary>
    Is,

    /// <summary>None of the values.</summary>
    Not,

    /// <summary>At least.</summary>
    Min,

    /// <summary>At most.</summary>
    Max,

    /// <summary>Within so many days.</summary>
    Within,

    /// <summary>Contains the words.</summary>
    Has,
}
