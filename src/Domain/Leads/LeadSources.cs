namespace CrmStudio.Domain.Leads;

/// <summary>Where leads come from. A source is a word; these are the ones every organization starts with, and what a score's prior knows.</summary>
public static class LeadSources
{
    /// <summary>Named by somebody who knows them.</summary>
    public const string Referral = "Referral";

    /// <summary>Had a loan with us.</summary>
    public const string PastClient = "Past client";

    /// <summary>Our own website.</summary>
    public const string Web = "Web";

    /// <summary>A listing portal.</summary>
    public const string Portal = "Listing portal";

    /// <summary>An open house or another event.</summary>
    public const string Event = "Open house";

    /// <summary>Came in, or called.</summary>
    public const string WalkIn = "Walk-in";

    /// <summary>A social network.</summary>
    public const string Social = "Social";

    /// <summary>Bought from somebody who sells leads.</summary>
    public const string Purchased = "Purchased list";

    /// <summary>Entered by hand, from nowhere in particular.</summary>
    public const string ByHand = "By hand";

    /// <summary>All of them, in the order forms offer them.</summary>
    public static IReadOnlyList<string> All { get; } = [Referral, PastClient, Web, Portal, Event, WalkIn, Social, Purchased, ByHand];
}
