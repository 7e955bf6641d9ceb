using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>When duplicates were last looked for, so that the next look need only see what changed since.</summary>
public sealed class DuplicateSearch : Entity, IWorkedOut
{
    private DuplicateSearch() { }

    /// <summary>A kind of records that was never looked through.</summary>
    public DuplicateSearch(DuplicateKind kind) => Kind = kind;

    /// <summary>What was looked through.</summary>
    public DuplicateKind Kind { get; private set; }

    /// <summary>When the last look began; what changed later is looked at next.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>When all records were last looked through.</summary>
    public DateTimeOffset? WholeAt { get; private set; }

    /// <summary>Notes a look.</summary>
    /// <param name="at">When it began.</param>
    /// <param name="whole">Whether it saw all records.</param>
    public void Looked(DateTimeOffset at, bool whole) => (LookedAt, WholeAt) = (at, whole ? at : WholeAt);
}
