namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>
/// All that a score may know of a lead. What is not a property here cannot be scored: nothing a person is (12 CFR 1002.2(z), 1002.4(a)), and nothing
/// that stands in for it, such as a name, a ZIP code, a language or a birthday. <see cref="ScoreGuard"/> is asked for every property.
/// </summary>
public sealed record ScoreFacts
{
    /// <summary>Where the lead came from.</summary>
    public string Source { get; init; } = LeadSources.ByHand;

    /// <summary>What is asked for.</summary>
    public LeadInterest? Interest { get; init; }

    /// <summary>How soon they said they want to act.</summary>
    public LeadTimeline? Timeline { get; init; }

    /// <summary>Whether they said how much they want to borrow; how much is not asked.</summary>
    public bool SaidAmount { get; init; }

    /// <summary>Whether an e-mail address is known.</summary>
    public bool HasEmail { get; init; }

    /// <summary>Whether a phone number is known.</summary>
    public bool HasPhone { get; init; }

    /// <summary>Whether the number turned out to be somebody else's.</summary>
    public bool HasWrongNumber { get; init; }

    /// <summary>Whether somebody spoke or wrote with them.</summary>
    public bool WasReached { get; init; }

    /// <summary>Whether they came back by themselves.</summary>
    public bool Replied { get; init; }

    /// <summary>How often somebody tried to reach them.</summary>
    public int Attempts { get; init; }

    /// <summary>How often they asked.</summary>
    public int Inquiries { get; init; } = 1;

    /// <summary>Whether somebody else of their household is known, who could borrow with them.</summary>
    public bool HasCoBorrower { get; init; }

    /// <summary>Days since they last asked, or anybody last spoke with them; not negative.</summary>
    public double SilentDays { get; init; }

    /// <summary>What is known of a lead at an instant.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="hasEmail">Whether its person has an e-mail address.</param>
    /// <param name="hasPhone">Whether its person has a number.</param>
    /// <param name="hasWrongNumber">Whether a call reached somebody else.</param>
    /// <param name="hasCoBorrower">Whether somebody else of the household is known.</param>
    /// <param name="at">The instant.</param>
    public static ScoreFacts Of(Lead lead, bool hasEmail, bool hasPhone, bool hasWrongNumber, bool hasCoBorrower, DateTimeOffset at)
    {
        var last = lead.LastContactAt > lead.LastInquiryAt ? lead.LastContactAt.Value : lead.LastInquiryAt;
        return new ScoreFacts
        {
            Source = lead.Source, Interest = lead.Interest, Timeline = lead.Timeline, SaidAmount = lead.Amount is not null,
            HasEmail = hasEmail, HasPhone = hasPhone, HasWrongNumber = hasWrongNumber, WasReached = lead.FirstContactAt is not null, Replied = lead.RepliedAt is not null,
            Attempts = lead.Attempts, Inquiries = lead.Inquiries, HasCoBorrower = hasCoBorrower, SilentDays = Math.Max(0, (at - last).TotalDays),
        };
    }
}
