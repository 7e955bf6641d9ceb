using CrmStudio.Domain.Loans;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What a month should bring: the lender's goals, and each officer's by the share of the loans they work. The last stage has none.</summary>
internal static class DemoGoals
{
    private const int Application = 5;
    private const decimal UsualLoan = 340_000m, LenderStep = 250_000m, OfficerStep = 50_000m;

    // Loans into stages 1 to 11; dollars from the application on, where amounts are known.
    private static readonly int[] loansInto = [66, 60, 48, 40, 44, 42, 40, 38, 36, 32, 30];

    public static void Set(DemoStaff staff, DemoRows rows, DateTimeOffset since)
    {
        for (var place = 1; place <= loansInto.Length; place++)
        {
            var (stage, loans) = (staff.Pipeline.Stages[place - 1], loansInto[place - 1]);
            Add(rows, stage.Id, null, loans, place >= Application ? Rounded(loans * UsualLoan, LenderStep) : null, since);
            foreach (var officer in staff.Officers)
            {
                var share = Math.Max(1, (loans * officer.Share + 50) / 100);
                Add(rows, stage.Id, staff.IdOf(officer), share, place >= Application ? Rounded(share * UsualLoan, OfficerStep) : null, since);
            }
        }
    }

    private static void Add(DemoRows rows, Guid stageId, Guid? officerId, int loans, decimal? amount, DateTimeOffset since)
    {
        var goal = new StageGoal(stageId, officerId);
        if (goal.AskFor(loans, amount) is { IsDone: false } refused) throw new InvalidOperationException(refused.Refusal.Message);
        rows.Add(goal, since);
    }

    private static decimal Rounded(decimal amount, decimal step) => Math.Round(amount / step, MidpointRounding.AwayFromZero) * step;
}
