using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts;

/// <summary>How a later room tells what it knows of a person, so that there is one timeline. Each tells only what the member may see in its own room.</summary>
public interface ITellOfContacts
{
    /// <summary>Whether the member sees amounts wherever they see records of the room. Where one room hides them, no line of the timeline shows one.</summary>
    bool ShowsAmounts(CurrentMember me);

    /// <summary>Lines older than a mark, newest first.</summary>
    /// <param name="unit">The unit of work the timeline is read in.</param>
    /// <param name="contactId">The person.</param>
    /// <param name="before">Where to go on; null for the newest.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="ct">Cancels the reading.</param>
    Task<IReadOnlyList<ContactLine>> TellAsync(CrmUnit unit, Guid contactId, TimelineMark? before, int most, CancellationToken ct);

    /// <summary>Records of the room the person is part of, the newest first.</summary>
    Task<IReadOnlyList<ContactRecord>> RecordsAsync(CrmUnit unit, Guid contactId, CancellationToken ct);
}
