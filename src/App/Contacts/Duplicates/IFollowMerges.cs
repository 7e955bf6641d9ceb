using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.Duplicates;

/// <summary>How a later room keeps up with a merge of two people, beyond the links that move by themselves: names it keeps for its lists.</summary>
public interface IFollowMerges
{
    /// <summary>Called before the save, when all links of the lost record point at the survivor already.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="survivorId">The person who stays.</param>
    /// <param name="lostId">The record that goes; rows in the database still name it.</param>
    /// <param name="name">What the survivor is called now.</param>
    /// <param name="ct">Cancels.</param>
    Task FollowAsync(CrmUnit unit, Guid survivorId, Guid lostId, string name, CancellationToken ct);
}
