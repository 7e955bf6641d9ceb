using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>Whose it is; null while it waits in a pond or for routing.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>Since when it is theirs.</summary>
    public DateTimeOffset? AssignedAt { get; private set; }

    /// <summary>The pond it waits in for somebody to claim it.</summary>
    public Guid? PondId { get; private set; }

    /// <summary>Until when it can be claimed before it goes on; null when it waits for as long as it takes.</summary>
    public DateTimeOffset? ClaimBy { get; private set; }

    /// <summary>When somebody was told that it is still not answered.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>When it was found that the silent owner keeps the lead, because nobody else could take it or it changed hands often enough.</summary>
    public DateTimeOffset? StuckAt { get; private set; }

    /// <summary>The instant by which somebody should have tried to reach the person; null once somebody did, or where nothing is promised.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }

    /// <summary>When somebody first tried, if that was in time or not; null while nobody has.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the first answer came late, or has not come though it is due.</summary>
    public bool IsBreached { get; private set; }

    /// <summary>Takes the lead for oneself. Two who claim at once are told apart by the version of the row: the first saves, the other reads whose it is.</summary>
    public Outcome Claim(Guid memberId, DateTimeOffset at)
    {
        if (!IsOpen) return LeadRefusals.HasEnded;
        if (AssigneeId == memberId) return LeadRefusals.YoursAlready;
        if (AssigneeId is not null) return LeadRefusals.TakenAlready;
        Give(memberId, at);
        Raise(new LeadClaimed(Id, memberId, at));
        return Outcome.Done;
    }

    /// <summary>Gives the lead to a member.</summary>
    public Outcome AssignTo(Guid memberId, DateTimeOffset at)
    {
        if (!IsOpen) return LeadRefusals.HasEnded;
        Give(memberId, at);
        Raise(new LeadAssigned(Id, memberId, at));
        return Outcome.Done;
    }

    /// <summary>Puts the lead into a pond, where whoever may see it can claim it.</summary>
    /// <param name="pondId">The pond.</param>
    /// <param name="claimBy">Until when, before it goes on to the next rule; null to wait.</param>
    public Outcome WaitIn(Guid pondId, DateTimeOffset? claimBy)
    {
        if (!IsOpen) return LeadRefusals.HasEnded;
        (AssigneeId, AssignedAt, PondId, ClaimBy) = (null, null, pondId, claimBy);
        Raise(new LeadPonded(Id, pondId));
        return Outcome.Done;
    }

    /// <summary>Promises an answer by an instant. Nothing is promised twice: a lead that was answered stays answered.</summary>
    public void Promise(DateTimeOffset? answerBy) => (AnswerBy, StuckAt) = (AnsweredAt is null ? answerBy : null, null);

    /// <summary>The promise was not kept so far.</summary>
    public void Breach() => IsBreached = true;

    /// <summary>Somebody was told that the lead is not answered.</summary>
    public void Escalate(DateTimeOffset at)
    {
        EscalatedAt = at;
        Raise(new LeadEscalated(Id, AssigneeId, at));
    }

    /// <summary>The silent owner keeps it; it is not tried again under the same promise.</summary>
    public void StayWithOwner(DateTimeOffset at) => StuckAt = at;

    private void Give(Guid memberId, DateTimeOffset at) => (AssigneeId, AssignedAt, PondId, ClaimBy, EscalatedAt) = (memberId, at, null, null, null);

    private void Answered(DateTimeOffset at)
    {
        if (AnsweredAt is not null) return;
        if (AnswerBy < at) IsBreached = true;
        (AnsweredAt, AnswerBy) = (at, null);
    }
}
