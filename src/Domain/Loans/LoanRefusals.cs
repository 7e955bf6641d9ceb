using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans;

/// <summary>Reasons of the Loans room.</summary>
public static class LoanRefusals
{
    /// <summary>Going back needs a reason, because the history must say why.</summary>
    public static Refusal ReasonNeeded(PipelineStage to) => new("loans.reason-needed", $"Moving back to {to.Name} needs a reason.", "Reason");

    /// <summary>An ending that must be explained.</summary>
    public static Refusal EndingReasonNeeded(PipelineEnding ending) => new("loans.ending-reason-needed", $"“{ending.Name}” needs a reason.", "Reason");

    /// <summary>Reopening must be explained.</summary>
    public static Refusal ReopenReasonNeeded { get; } = new("loans.reopen-reason-needed", "Reopening a loan needs a reason.", "Reason");

    /// <summary>The stage asks for facts the loan does not have yet.</summary>
    public static Refusal FactsMissing(Loan loan, PipelineStage to, IReadOnlyList<LoanFact> missing) =>
        new("loans.facts-missing", $"{to.Name} needs {Listed([.. missing.Select(fact => fact.LabelFor(loan))])} first.");

    /// <summary>An ended loan does not move; it is reopened.</summary>
    public static Refusal HasEnded { get; } = new("loans.has-ended", "This loan has ended. Reopen it to move it.");

    /// <summary>Only an ended loan can be reopened.</summary>
    public static Refusal NotEnded { get; } = new("loans.not-ended", "This loan is open already.");

    /// <summary>A stage of another pipeline.</summary>
    public static Refusal OtherPipeline { get; } = new("loans.other-pipeline", "That stage belongs to another pipeline.");

    /// <summary>Loan numbers are unique in an organization.</summary>
    public static Refusal NumberTaken(string number) => new("loans.number-taken", $"Loan number {number} is taken.", "Number");

    /// <summary>One save has an end.</summary>
    public static Refusal TooManyAtOnce(int limit) => new("loans.too-many-at-once", $"A bulk change takes at most {limit:N0} loans. Narrow the view first.");

    /// <summary>Bulk moves go forward only.</summary>
    public static Refusal BeyondAlready(PipelineStage to) => new("loans.beyond-already", $"Already beyond {to.Name}; going back takes a reason, loan by loan.");

    private static string Listed(IReadOnlyList<string> facts) => facts.Count switch
    {
        1 => facts[0],
        _ => string.Join(", ", facts.Take(facts.Count - 1)) + " and " + facts[^1],
    };
}
