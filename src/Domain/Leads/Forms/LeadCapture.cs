using System.Text.Json;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Forms;

/// <summary>
/// A request that a form accepted: kept as it came before anything is made of it, so that a burst loses none and a fault never loses one. It becomes a
/// lead a moment later; one that cannot is kept with the reason for a person to look at.
/// </summary>
public sealed class LeadCapture : Entity, IKeptAsItCame
{
    /// <summary>Longest idempotency key.</summary>
    public const int KeyMaxLength = 100;

    /// <summary>Longest problem that is kept.</summary>
    public const int ProblemMaxLength = 500;

    /// <summary>How often one is tried by itself before a person must look.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan firstPause = TimeSpan.FromSeconds(2);

    private LeadCapture() { }

    /// <summary>A request that was accepted.</summary>
    /// <param name="form">The form.</param>
    /// <param name="inquiry">What was written.</param>
    /// <param name="shown">The consents that were given, with the words beside their boxes.</param>
    /// <param name="key">What the sender calls the request, so that the same one sent twice is one.</param>
    /// <param name="addressHash">The sender's address, hashed.</param>
    /// <param name="at">When.</param>
    public LeadCapture(LeadForm form, CapturedInquiry inquiry, IReadOnlyList<FormConsent> shown, string key, string addressHash, DateTimeOffset at) =>
        (FormId, Payload, Shown, Key, AddressHash, ReceivedAt, DueAt) = (form.Id, JsonSerializer.Serialize(inquiry), JsonSerializer.Serialize(shown), key, addressHash, at, at);

    /// <summary>The form.</summary>
    public Guid FormId { get; private set; }

    /// <summary>What was written, as JSON.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>The consents that were given, with the words beside their boxes, as JSON.</summary>
    public string Shown { get; private set; } = "[]";

    /// <summary>What the sender calls the request; unique in the form.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The sender's address, hashed: enough to see a flood, too little to know who.</summary>
    public string AddressHash { get; private set; } = "";

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When it is to be tried next; null once it is a lead or waits for a person.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it became a lead.</summary>
    public DateTimeOffset? ProcessedAt { get; private set; }

    /// <summary>The lead it became, or was added to.</summary>
    public Guid? LeadId { get; private set; }

    /// <summary>Why it is none yet.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was written.</summary>
    public CapturedInquiry Inquiry() => JsonSerializer.Deserialize<CapturedInquiry>(Payload)!;

    /// <summary>The consents that were given.</summary>
    public IReadOnlyList<FormConsent> Given() => JsonSerializer.Deserialize<FormConsent[]>(Shown)!;

    /// <summary>Whether another request says the same.</summary>
    public bool SaysSameAs(LeadCapture other) => Payload == other.Payload && Shown == other.Shown;

    /// <summary>It became a lead, or was added to one.</summary>
    public void Become(Guid leadId, DateTimeOffset at) => (LeadId, ProcessedAt, DueAt, Problem) = (leadId, at, null, null);

    /// <summary>It could not become a lead now; it is tried again after a pause that doubles, and after <see cref="MostAttempts"/> a person must look.</summary>
    public void Fail(string problem, DateTimeOffset at)
    {
        Attempts++;
        Problem = problem.Length > ProblemMaxLength ? problem[..ProblemMaxLength] : problem;
        DueAt = Attempts >= MostAttempts ? null : at + firstPause * Math.Pow(2, Attempts - 1);
    }

    /// <summary>A person wants it tried again.</summary>
    public Outcome Retry(DateTimeOffset at)
    {
        if (ProcessedAt is not null || DueAt is not null) return FormRefusals.NothingToRetry;
        (Attempts, DueAt) = (0, at);
        return Outcome.Done;
    }
}
