using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Feeds;

/// <summary>Why there is no feed.</summary>
public static class FeedRefusals
{
    /// <summary>Nobody needs more.</summary>
    public static Refusal TooMany { get; } = new("loans.feeds-too-many", $"You have {CalendarFeed.Most} feeds. Revoke one you do not use.");

    /// <summary>It shows something.</summary>
    public static Refusal Empty { get; } = new("loans.feed-empty", "Choose what the feed shows.", nameof(FeedContent.HasClosings));

    /// <summary>It was switched off.</summary>
    public static Refusal Revoked { get; } = new("loans.feed-revoked", "This feed is revoked. Make another one.");
}
