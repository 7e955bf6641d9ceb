namespace CrmStudio.App.Loans.Views;

/// <summary>The views everybody has.</summary>
public static class LoanViews
{
    /// <summary>What saved views of loans are kept under.</summary>
    public const string Place = "loans";

    /// <summary>The built-in views, in the order of the tabs.</summary>
    public static IReadOnlyList<(string Name, LoanView View)> BuiltIn { get; } =
    [
        ("Open loans", LoanView.Everything),
        ("Mine", new LoanView(new LoanFilter([new LoanCondition(LoanField.Officer, LoanOperator.Is, LoanCondition.Me), new LoanCondition(LoanField.Processor, LoanOperator.Is, LoanCondition.Me)]))),
        ("Locks under 10 days", Of(new LoanCondition(LoanField.Lock, LoanOperator.Within, "10")) with { Sort = LoanSort.Lock, Descending = false }),
        ("Closing in two weeks", Of(new LoanCondition(LoanField.Closing, LoanOperator.Within, "14")) with { Sort = LoanSort.Closing, Descending = false }),
        ("Rotting", Of(new LoanCondition(LoanField.Rotting, LoanOperator.Is)) with { Sort = LoanSort.Days, Descending = true }),
    ];

    private static LoanView Of(LoanCondition condition) => new(LoanFilter.Of(condition));
}
