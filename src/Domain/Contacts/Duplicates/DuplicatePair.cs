using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>Two records that look like one. The job finds them; what people say about them stands in <see cref="PairDismissal"/> and <see cref="RecordMerge"/>.</summary>
public sealed class DuplicatePair : Entity, IWorkedOut
{
    /// <summary>Longest reasons.</summary>
    public const int ReasonsMaxLength = 500;

    private DuplicatePair() { }

    /// <summary>What sort of records they are.</summary>
    public DuplicateKind Kind { get; private set; }

    /// <summary>The elder record: ids sort by age.</summary>
    public Guid FirstId { get; private set; }

    /// <summary>The younger record.</summary>
    public Guid SecondId { get; private set; }

    /// <summary>How strongly they look like one, 0 to 100.</summary>
    public int Strength { get; private set; }

    /// <summary>Why, in words: <see cref="Likeness.InWords"/>.</summary>
    public string Reasons { get; private set; } = "";
}
