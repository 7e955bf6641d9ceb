namespace CrmStudio.Load.Bench;

/// <summary>The pages that are measured.</summary>
public static class BenchPages
{
    /// <summary>The open loans by stage.</summary>
    public const string Board = "loans";

    /// <summary>The open loans as a grid.</summary>
    public const string Grid = "loans/grid?sort=-stage";

    /// <summary>Every loan, newest first: at least the 50 rows of a window, whoever looks.</summary>
    public const string FullGrid = "loans/grid?f=state.is.any&sort=-created";

    /// <summary>A page without loans.</summary>
    public const string Account = "account";

    /// <summary>What the script is handed once a page is wired: from then on it answers.</summary>
    public const string Live = "wire";
}
