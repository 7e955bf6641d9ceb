namespace CrmStudio.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>
    /// Takes in a younger open lead of the same person, found when two contacts were merged: the inquiries add up, and what the younger one knows fills
    /// what was not known.
    /// </summary>
    public void TakeIn(Lead younger)
    {
        Inquiries += younger.Inquiries;
        LastInquiryAt = Later(LastInquiryAt, younger.LastInquiryAt)!.Value;
        (Interest, Timeline, Amount, PropertyState, Message) = (younger.Interest ?? Interest, younger.Timeline ?? Timeline, younger.Amount ?? Amount, PropertyState ?? younger.PropertyState, Message ?? younger.Message);
        Attempts += younger.Attempts;
        (FirstAttemptAt, FirstContactAt) = (Earlier(FirstAttemptAt, younger.FirstAttemptAt), Earlier(FirstContactAt, younger.FirstContactAt));
        (LastContactAt, RepliedAt) = (Later(LastContactAt, younger.LastContactAt), Later(RepliedAt, younger.RepliedAt));
        if (AssigneeId is null && younger.AssigneeId is not null) (AssigneeId, AssignedAt, PondId, ClaimBy) = (younger.AssigneeId, younger.AssignedAt, null, null);
        if (Status == LeadStatus.New) Status = younger.Status;
        AnsweredAt = Earlier(AnsweredAt, younger.AnsweredAt);
        if (AnsweredAt is not null) AnswerBy = null;
        (NextStep, NextStepOn, SnoozedUntil) = (NextStep ?? younger.NextStep, NextStepOn ?? younger.NextStepOn, null);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;
}
