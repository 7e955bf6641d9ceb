namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>What sort of records are the same.</summary>
public enum DuplicateKind
{
    /// <summary>People.</summary>
    People,

    /// <summary>Companies.</summary>
    Companies,
}
