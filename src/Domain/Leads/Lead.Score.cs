namespace CrmStudio.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>How likely the person is to become a loan, 0 to 100; null where it is not scored.</summary>
    public int? Score { get; private set; }

    /// <summary>The score in one word.</summary>
    public LeadBand? Band { get; private set; }

    /// <summary>When it was worked out.</summary>
    public DateTimeOffset? ScoredAt { get; private set; }

    /// <summary>Lowest score of a warm lead.</summary>
    public const int WarmFrom = 40;

    /// <summary>Lowest score of a hot lead.</summary>
    public const int HotFrom = 70;

    /// <summary>Notes a score; null where the lead must not be scored.</summary>
    public void Rate(int? score, DateTimeOffset at) => (Score, Band, ScoredAt) = (score, BandOf(score), at);

    /// <summary>The word for a score.</summary>
    public static LeadBand? BandOf(int? score) => score switch { null => null, >= HotFrom => LeadBand.Hot, >= WarmFrom => LeadBand.Warm, _ => LeadBand.Cold };
}
