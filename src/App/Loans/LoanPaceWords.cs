using System.Globalization;
using CrmStudio.App.Kit.Board;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;

namespace CrmStudio.App.Loans;

/// <summary>How goals and history of a stage are said: every figure with how it came about.</summary>
public static class LoanPaceWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The goal of a stage; null where there is none.</summary>
    public static BoardGoal? GoalOf(LoanPace pace, Guid stageId, string stage)
    {
        if (pace.Stages.GetValueOrDefault(stageId) is not { Percent: { } percent } of) return null;
        var month = pace.Month.ToString("MMMM", english);
        return new(percent, $"{percent} percent of {month}'s goal", string.Join('\n',
            $"{month}'s goal of {pace.Whose}{(of.Goals > 1 ? $", {of.Goals} goals added up" : null)}: {Asked(of)}.",
            $"So far {Came(of)} moved forward into {stage}: {percent} % of the goal{(of is { GoalAmount: not null, GoalLoans: not null } ? " in dollars" : null)}.",
            $"Each loan counts once since {LoanWords.ShortDay(pace.Month)}, for its officer, wherever it is now{(of.GoalAmount is null ? null : ", with the amount it has today")}. Imported loans do not count, and only filters by officer or branch narrow it."));
    }

    /// <summary>The history of a stage.</summary>
    public static BoardTrend TrendOf(LoanPace pace, Guid stageId, string stage)
    {
        var weeks = pace.Stages.GetValueOrDefault(stageId)?.Weeks ?? new int[LoanPace.Weeks];
        return new(weeks, $"{pace.Whose}, loans that came into {stage} in each of the last {LoanPace.Weeks} weeks: {string.Join(", ", weeks)}. The last week ends today.", $"{weeks[^1]} in 7 days");
    }

    private static string Asked(LoanStagePace of) => (of.GoalLoans, of.GoalAmount) switch
    {
        ({ } loans, { } amount) => $"{Dollars.Full(amount)} and {Loans(loans)}",
        (null, { } amount) => Dollars.Full(amount),
        ({ } loans, null) => Loans(loans),
        _ => "",
    };

    private static string Came(LoanStagePace of) => of is { GoalAmount: not null, Amount: { } amount } ? $"{Loans(of.Loans)} worth {Dollars.Full(amount)}" : Loans(of.Loans);

    private static string Loans(int count) => count == 1 ? "1 loan" : string.Create(english, $"{count:N0} loans");
}
