namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>What became of something that could not go across as it was.</summary>
public enum MismoLossKind
{
    /// <summary>It has no place on the other side.</summary>
    NotTaken,

    /// <summary>It went across with a change.</summary>
    Changed,

    /// <summary>It is taken out everywhere: nobody here may see it.</summary>
    Removed,
}
