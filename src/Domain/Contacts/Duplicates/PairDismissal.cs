using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>Somebody looked at two records and said that they are not the same. They are not shown as a pair again.</summary>
public sealed class PairDismissal : Entity
{
    private PairDismissal() { }

    private PairDismissal(DuplicateKind kind, Guid firstId, Guid secondId, Guid by, DateTimeOffset at) => (Kind, FirstId, SecondId, By, At) = (kind, firstId, secondId, by, at);

    /// <summary>What sort of records they are.</summary>
    public DuplicateKind Kind { get; private set; }

    /// <summary>The elder record.</summary>
    public Guid FirstId { get; private set; }

    /// <summary>The younger record.</summary>
    public Guid SecondId { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Says that two records are not the same.</summary>
    public static PairDismissal Of(DuplicatePair pair, Guid by, DateTimeOffset at) => new(pair.Kind, pair.FirstId, pair.SecondId, by, at);
}
