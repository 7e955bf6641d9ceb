namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>Reasons in the words of the people who work the lead.</summary>
internal static class ScoreWords
{
    public static string Of(string reason, ScoreFacts facts) => reason switch
    {
        ScoreFeatures.Source => $"Came by {facts.Source}",
        ScoreFeatures.Timeline => facts.Timeline switch
        {
            null => "Has not said when",
            LeadTimeline.Now => "Wants to act now",
            LeadTimeline.ThreeMonths => "Wants to act within three months",
            LeadTimeline.SixMonths => "Wants to act within half a year",
            _ => "Wants to act later",
        },
        ScoreFeatures.Interest => facts.Interest switch
        {
            null or LeadInterest.Other => "Has not said what for",
            LeadInterest.PreApproval => "Asked for a pre-approval",
            LeadInterest.Purchase => "Wants to buy",
            LeadInterest.Investment => "Wants to buy a house to let",
            _ => "Wants to refinance or take money out",
        },
        ScoreFeatures.Amount => facts.SaidAmount ? "Said how much" : "Has not said how much",
        ScoreFeatures.Reach => (facts.HasEmail, facts.HasPhone) switch
        {
            (true, true) => "E-mail and phone are known",
            (false, false) => "Neither e-mail nor phone is known",
            (true, false) => "No phone number",
            _ => "No e-mail address",
        },
        ScoreFeatures.WrongNumber => facts.HasWrongNumber ? "The number is somebody else’s" : "The number is theirs as far as we know",
        ScoreFeatures.Reached => facts.WasReached ? "Somebody spoke with them" : "Nobody has spoken with them",
        ScoreFeatures.Replied => facts.Replied ? "They came back to us" : "They have not come back to us",
        ScoreFeatures.Attempts => facts is { WasReached: false, Attempts: > 0 } ? $"{(facts.Attempts == 1 ? "One attempt" : $"{facts.Attempts} attempts")} without an answer" : "No attempt in vain",
        ScoreFeatures.Again => facts.Inquiries > 1 ? $"Asked {facts.Inquiries} times" : "Asked once",
        ScoreFeatures.CoBorrower => facts.HasCoBorrower ? "Somebody could borrow with them" : "Nobody to borrow with them is known",
        ScoreFeatures.Fresh => facts.SilentDays < 1 ? "In touch today" : $"{(facts.SilentDays < 2 ? "A day" : $"{(int)facts.SilentDays} days")} without a word",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason"),
    };
}
