namespace CrmStudio.App.Loans.Watch;

/// <summary>Which of the funded loans.</summary>
public enum PastWho
{
    /// <summary>Those whose borrowers would gain.</summary>
    Gains,

    /// <summary>Those whose would not, or of whom it is not known.</summary>
    Not,

    /// <summary>Those with a message that waits for a review.</summary>
    Drafts,

    /// <summary>All.</summary>
    All,
}
