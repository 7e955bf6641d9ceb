using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>Two records became one. Keeps every row as it was, so that they can be parted again at any later time.</summary>
public sealed class RecordMerge : Entity, INamedRecord
{
    /// <summary>Most rows that move with one merge.</summary>
    public const int RowLimit = 20_000;

    /// <summary>Longest name of a record.</summary>
    public const int NameMaxLength = 2 * Contact.NameMaxLength + 1;

    private RecordMerge() { }

    /// <summary>A merge.</summary>
    /// <param name="kind">What sort of records.</param>
    /// <param name="survivor">The record that stays, with its name before.</param>
    /// <param name="lost">The record that goes.</param>
    /// <param name="picks">Fields taken from the record that goes.</param>
    /// <param name="by">Who merged.</param>
    /// <param name="at">When.</param>
    public RecordMerge(DuplicateKind kind, (Guid Id, string Name) survivor, (Guid Id, string Name) lost, IEnumerable<string> picks, Guid by, DateTimeOffset at) =>
        (Kind, SurvivorId, SurvivorName, LostId, LostName, Picks, By, At) = (kind, survivor.Id, survivor.Name, lost.Id, lost.Name, [.. picks.Order(StringComparer.Ordinal)], by, at);

    /// <summary>What sort of records they were.</summary>
    public DuplicateKind Kind { get; private set; }

    /// <summary>The record that stayed.</summary>
    public Guid SurvivorId { get; private set; }

    /// <summary>What it was called before.</summary>
    public string SurvivorName { get; private set; } = "";

    /// <summary>The record that went.</summary>
    public Guid LostId { get; private set; }

    /// <summary>What it was called.</summary>
    public string LostName { get; private set; } = "";

    /// <summary>Fields that were taken from the record that went.</summary>
    public string[] Picks { get; private set; } = [];

    /// <summary>Who merged.</summary>
    public Guid By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Rows that moved with it.</summary>
    public int Moved { get; private set; }

    /// <summary>Every row the merge touched, as it was and as it became, as JSON.</summary>
    public string Steps { get; private set; } = "[]";

    /// <summary>When the records were parted again.</summary>
    public DateTimeOffset? PartedAt { get; private set; }

    /// <summary>Who parted them.</summary>
    public Guid? PartedBy { get; private set; }

    /// <summary>What was changed after the merge and so stayed with the survivor, in words.</summary>
    public string[] Stayed { get; private set; } = [];

    /// <inheritdoc />
    public string RecordName => $"{LostName} in {SurvivorName}";

    /// <summary>Keeps the way back.</summary>
    public void Keep(string steps, int moved) => (Steps, Moved) = (steps, moved);

    /// <summary>The records are two again.</summary>
    /// <param name="stayed">What stayed with the survivor because it was changed since.</param>
    /// <param name="by">Who parted them.</param>
    /// <param name="at">When.</param>
    public Outcome Part(IEnumerable<string> stayed, Guid by, DateTimeOffset at)
    {
        if (PartedAt is not null) return MergeRefusals.PartedAlready;
        (Stayed, PartedBy, PartedAt) = ([.. stayed], by, at);
        return Outcome.Done;
    }
}
