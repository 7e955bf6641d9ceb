using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Parts;

/// <summary>What a form holds of a lead while it is filled in.</summary>
public class WishDraft
{
    public LeadInterest? Interest { get; set; }

    public LeadTimeline? Timeline { get; set; }

    public decimal? Amount { get; set; }

    public string? State { get; set; }

    public string? Message { get; set; }

    public string Source { get; set; } = LeadSources.ByHand;

    public string? SourceDetail { get; set; }

    /// <summary>What is asked for, as typed.</summary>
    public LeadWish Wish() => new(Interest, Timeline, Amount, string.IsNullOrWhiteSpace(State) ? null : State.Trim(), Message);

    /// <summary>What a lead has now.</summary>
    public static WishDraft Of(LeadWish wish, string source, string? detail) => new()
    {
        Interest = wish.Interest, Timeline = wish.Timeline, Amount = wish.Amount, State = wish.State, Message = wish.Message, Source = source, SourceDetail = detail,
    };
}
