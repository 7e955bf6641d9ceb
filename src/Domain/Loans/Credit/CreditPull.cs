using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>
/// That credit was pulled: of whom, when, why it was permissible, on whose word, and what the bureaus' scores were. Never the report itself: it stays
/// where it was pulled. A pull is not changed and not removed; one that was written down in error is struck, with the reason.
/// </summary>
public sealed class CreditPull : Entity, INamedRecord
{
    /// <summary>Longest purpose name.</summary>
    public const int PurposeMaxLength = 60;

    /// <summary>Longest name of who gave the word.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest evidence.</summary>
    public const int EvidenceMaxLength = 500;

    private readonly List<CreditScore> scores = [];

    private CreditPull() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Whose credit.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>Soft or hard.</summary>
    public CreditInquiry Inquiry { get; private set; }

    /// <summary>The day of the pull.</summary>
    public DateOnly PulledOn { get; private set; }

    /// <summary>The last day it can be relied on.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>Why it was permissible: a name of the closed list of 15 USC 1681b(a).</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Who gave the word.</summary>
    public string AuthorizedBy { get; private set; } = "";

    /// <summary>How.</summary>
    public AuthorizationMethod AuthorizationMethod { get; private set; }

    /// <summary>When.</summary>
    public DateOnly AuthorizedOn { get; private set; }

    /// <summary>Where that can be looked up.</summary>
    public string AuthorizationEvidence { get; private set; } = "";

    /// <summary>The scoring model.</summary>
    public CreditModel Model { get; private set; }

    /// <summary>Who pulled, or wrote it down.</summary>
    public Guid RecordedBy { get; private set; }

    /// <summary>When it was struck; null while it stands.</summary>
    public DateTimeOffset? StruckAt { get; private set; }

    /// <summary>Who struck it.</summary>
    public Guid? StruckBy { get; private set; }

    /// <summary>Why.</summary>
    public string? StruckReason { get; private set; }

    /// <summary>The bureaus' answers.</summary>
    public IReadOnlyList<CreditScore> Scores => scores;

    /// <inheritdoc />
    public string RecordName => $"Credit pull of {PulledOn:yyyy-MM-dd}";

    /// <summary>Writes a pull down; refuses one without a permissible purpose or without the consumer's word, and scores no model gives.</summary>
    /// <param name="draft">The pull.</param>
    /// <param name="rules">The rules of the day of the pull.</param>
    /// <param name="today">Today.</param>
    /// <param name="by">Who writes it down.</param>
    public static Outcome<CreditPull> Record(CreditPullDraft draft, CreditRules rules, DateOnly today, Guid by)
    {
        if (draft.PulledOn is not { } pulledOn || pulledOn > today) return Refusal.Invalid(nameof(PulledOn), "Give the day of the pull, today at the latest.");
        if (rules.Purpose(draft.Purpose) is not { } purpose) return CreditRefusals.PurposeNeeded;
        if (Unauthorized(draft.Authorization, purpose.Name, pulledOn) is { } unauthorized) return unauthorized;
        if (draft.Scores.Count == 0 || draft.Scores.DistinctBy(line => line.Bureau).Count() != draft.Scores.Count) return CreditRefusals.BureauNeeded;
        var (lowest, highest) = rules.RangeOf(draft.Model);
        if (draft.Scores.FirstOrDefault(line => line.Score < lowest || line.Score > highest) is { } wrong) return CreditRefusals.ScoreOutOfRange(wrong.Bureau, lowest, highest);

        var word = draft.Authorization;
        var pull = new CreditPull
        {
            LoanId = draft.LoanId, PartyId = draft.PartyId, Inquiry = draft.Inquiry, PulledOn = pulledOn, ExpiresOn = pulledOn.AddDays((int)rules.ValidDays.Number), Purpose = purpose.Name,
            AuthorizedBy = word.By!.Trim(), AuthorizationMethod = word.Method!.Value, AuthorizedOn = word.On!.Value, AuthorizationEvidence = word.Evidence!.Trim(), Model = draft.Model, RecordedBy = by,
        };
        pull.scores.AddRange(draft.Scores.Select(line => new CreditScore(pull.Id, line)));
        return pull;
    }

    /// <summary>Takes a pull that was written down in error out of all figures. It stays readable, with the reason.</summary>
    public Outcome Strike(string? reason, Guid by, DateTimeOffset at)
    {
        if (StruckAt is not null) return CreditRefusals.AlreadyStruck;
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > EvidenceMaxLength) return Refusal.Invalid("Reason", $"Say in up to {EvidenceMaxLength} characters why it is struck.");
        (StruckAt, StruckBy, StruckReason) = (at, by, reason.Trim());
        return Outcome.Done;
    }

    private static Refusal? Unauthorized(CreditAuthorization word, string purpose, DateOnly pulledOn)
    {
        if (string.IsNullOrWhiteSpace(word.By) || word.By.Trim().Length > NameMaxLength) return CreditRefusals.AuthorizationNeeded(nameof(AuthorizedBy), "who authorized it");
        if (word.Method is not { } method) return CreditRefusals.AuthorizationNeeded("Method", "how it was authorized");
        if (word.On is not { } on) return CreditRefusals.AuthorizationNeeded(nameof(AuthorizedOn), "when it was authorized");
        if (string.IsNullOrWhiteSpace(word.Evidence) || word.Evidence.Trim().Length > EvidenceMaxLength) return CreditRefusals.AuthorizationNeeded("Evidence", $"in up to {EvidenceMaxLength} characters where the authorization can be looked up");
        if (on > pulledOn) return CreditRefusals.AuthorizedLater;
        return purpose == CreditRules.WrittenInstructions && method == AuthorizationMethod.RecordedCall ? CreditRefusals.WritingNeeded : null;
    }
}
