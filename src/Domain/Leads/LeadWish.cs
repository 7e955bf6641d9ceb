namespace CrmStudio.Domain.Leads;

/// <summary>What somebody asked for, as they said it.</summary>
/// <param name="Interest">What for.</param>
/// <param name="Timeline">How soon; null where they did not say.</param>
/// <param name="Amount">How much they want to borrow, in dollars; null where they did not say.</param>
/// <param name="State">Where the property is, as two letters.</param>
/// <param name="Message">Their words.</param>
public sealed record LeadWish(LeadInterest? Interest = null, LeadTimeline? Timeline = null, decimal? Amount = null, string? State = null, string? Message = null)
{
    /// <summary>Longest message.</summary>
    public const int MessageMaxLength = 4_000;

    /// <summary>The most anybody asks for, in dollars.</summary>
    public const decimal MaxAmount = 100_000_000m;
}
