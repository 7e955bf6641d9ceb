namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Why loans end, and why they go back a stage.</summary>
internal static class DemoReasons
{
    /// <summary>An ending of the default pipeline, from which stages it happens, how often, and what people write.</summary>
    public sealed record Ending(string Name, int FirstStage, int LastStage, int Weight, params string[] Reasons);

    public static readonly Ending[] Endings =
    [
        new("Lost: unresponsive", 1, 4, 24, "Five tries in three weeks, no answer."),
        new("Lost: rate", 3, 5, 12, "Credit union came in three eighths lower."),
        new("Lost: other lender", 2, 6, 11, "Went with the builder's sister company.", "Chose the bank with the checking account.", "Agent steered the file to an in-house lender."),
        new("Lost: paid cash", 3, 4, 5, "Parents lent the whole price."),
        new("Lost: relocation", 2, 4, 4, "Transfer to another state, not buying this year."),
        new("Lost: builder's lender", 3, 4, 5, "Builder pays closing costs with its own lender."),
        new("Junk", 1, 1, 8, "Wrong number and a made-up name."),
        new("Withdrawn", 5, 8, 15, "Inspection found a failing foundation, buyer walked.", "Seller pulled the house off the market.", "Decided to stay put another year.", "Found out about the job move."),
        new("Denied", 6, 8, 9, "Ratios too high after the car loan showed up.", "Income could not be documented for two years.", "Appraisal too low and no money to close the gap."),
        new("Closed incomplete", 5, 6, 5, "Notice of incompleteness sent, no documents in thirty days."),
        new("Approved, not accepted", 8, 9, 2, "Took a counteroffer elsewhere after approval."),
    ];

    public static readonly string[] GoingBack =
    [
        "Job change: new employer must be verified first.", "Underwriter wants two years of returns, file goes back for them.", "Appraisal came with the wrong unit number.",
        "Co-borrower added, income to be documented.", "Product changed, disclosures go out again.",
    ];
}
