using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>Why records are not merged or parted.</summary>
public static class MergeRefusals
{
    /// <summary>A record and itself.</summary>
    public static Refusal SameRecord { get; } = new("merges.same-record", "These are one record already. Choose two.");

    /// <summary>They were parted before.</summary>
    public static Refusal PartedAlready { get; } = new("merges.parted-already", "These records were parted already.");

    /// <summary>Too much hangs on the record that would go.</summary>
    public static Refusal TooMuch(string name) => new("merges.too-much", $"More than {RecordMerge.RowLimit:N0} rows belong to {name}. Keep {name} and merge the other record into it.");

    /// <summary>The survivor went into a third record since.</summary>
    public static Refusal MergedSince(string survivor, string into) => new("merges.merged-since", $"{survivor} was merged into {into} since. Part those two first.");

    /// <summary>Somebody merged one of them a moment ago.</summary>
    public static Refusal MergedAlready(string lost, string survivor) => new("merges.merged-already", $"{lost} was merged into {survivor} already.");

    /// <summary>The survivor is gone.</summary>
    public static Refusal SurvivorGone(string survivor) => new("merges.survivor-gone", $"{survivor} does not exist any more, so there is nothing to part.");
}
