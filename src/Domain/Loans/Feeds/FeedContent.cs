namespace CrmStudio.Domain.Loans.Feeds;

/// <summary>What a feed is called and what is in it.</summary>
/// <param name="Name">Where it is used: "My phone".</param>
/// <param name="IsPrivate">Whether borrowers stay unnamed and amounts out.</param>
/// <param name="HasClosings">Closings.</param>
/// <param name="HasLocks">Last days of locks.</param>
/// <param name="HasDisclosures">Days a Closing Disclosure must be out by.</param>
public sealed record FeedContent(string? Name, bool IsPrivate, bool HasClosings, bool HasLocks, bool HasDisclosures);
