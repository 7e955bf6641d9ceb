using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>The words of an update.</summary>
/// <param name="IsOn">Whether it goes out when updates do.</param>
/// <param name="Subject">The subject, with merge fields.</param>
/// <param name="Text">The text, with merge fields.</param>
public sealed record UpdateWording(bool IsOn, string Subject, string Text)
{
    private const string Signed = "\n\n{{officer}}\n{{lender}}\n{{officer phone}}";

    /// <summary>Milestones an update can tell of, in order: from the application on, because before it there is little to tell.</summary>
    public static IReadOnlyList<Milestone> Milestones { get; } =
    [
        Milestone.PreApproval, Milestone.Application, Milestone.Processing, Milestone.Submittal, Milestone.ConditionalApproval,
        Milestone.ClearToClose, Milestone.Closing, Milestone.Funding,
    ];

    /// <summary>The words an organization starts with.</summary>
    public static UpdateWording Usual(Milestone milestone, UpdateAudience audience) => audience == UpdateAudience.Borrowers ? ToBorrowers(milestone) : ToAgents(milestone);

    /// <summary>The words that hold: the organization's own, else the usual ones.</summary>
    public static UpdateWording Of(Milestone milestone, UpdateAudience audience, IEnumerable<UpdateTemplate> own) =>
        own.FirstOrDefault(template => template.Milestone == milestone && template.Audience == audience) is { } found
            ? new UpdateWording(found.IsOn, found.Subject, found.Text)
            : Usual(milestone, audience);

    private static UpdateWording ToBorrowers(Milestone milestone)
    {
        var (subject, text) = milestone switch
        {
            Milestone.PreApproval => ("You are pre-approved", "Good news: you are pre-approved. I will send you the letter for your offers; ask me for a new one whenever you find a home you like."),
            Milestone.Application => ("We have your application", "Thank you. Your application for {{property}} is complete, and we are getting to work. I will write again at each step, so there is no need to ask."),
            Milestone.Processing => ("Your loan is in processing", "Your loan for {{property}} is with our processing team, who gather what the underwriter needs. If we need anything from you, we will ask for all of it at once."),
            Milestone.Submittal => ("Your loan went to underwriting", "Your file for {{property}} is with the underwriter. This usually takes a few business days; please keep from opening new credit meanwhile."),
            Milestone.ConditionalApproval => ("Your loan is approved, with conditions", "The underwriter approved your loan for {{property}}, with some conditions we still have to meet. I will tell you which of them need something from you."),
            Milestone.ClearToClose => ("You are clear to close", "Every condition is met: your loan for {{property}} is clear to close. We plan the closing for {{closing date}}."),
            Milestone.Closing => ("Your closing documents are out", "The documents for your closing on {{closing date}} are on their way to the title company. Please bring a photo id, and call me before you wire any money."),
            Milestone.Funding => ("Your loan has funded", "Congratulations: your loan for {{property}} has funded. It was a pleasure to work with you."),
            _ => throw new ArgumentOutOfRangeException(nameof(milestone), milestone, "No update tells of this milestone"),
        };
        return new UpdateWording(true, subject, $"Hello {{{{first name}}}},\n\n{text}{Signed}");
    }

    private static UpdateWording ToAgents(Milestone milestone)
    {
        var text = milestone switch
        {
            Milestone.Funding => "The loan of {{borrower}} for {{property}} has funded. Thank you for working with us.",
            Milestone.ClearToClose or Milestone.Closing => "The loan of {{borrower}} for {{property}} has reached “{{stage}}”. We plan the closing for {{closing date}}.",
            _ => "The loan of {{borrower}} for {{property}} has reached “{{stage}}”. I will write again at the next step.",
        };
        return new UpdateWording(milestone >= Milestone.Application, "{{borrower}}: {{stage}}", $"Hello {{{{first name}}}},\n\n{text}{Signed}");
    }
}
