namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Everything there is to tell about one lender.</summary>
internal static class DemoStory
{
    private const ulong Seed = 42;
    private const int FundedLoans = 1_150;   // 50 a month for 23 months; the last month is on the board
    private const int EndedLoans = 360;      // 15 a month for 24 months

    /// <summary>Tells it, in memory.</summary>
    public static (DemoRows Rows, DemoFiles Files) Tell(DemoCast cast, IReadOnlyDictionary<string, Guid> users, DateTimeOffset now)
    {
        var rows = new DemoRows(cast.Lender);
        var days = new DemoDays(now, cast.Lender.TimeZone);
        var dice = new Dice(Seed).For(cast.Lender.Slug);
        var since = days.Ago(1_000, 9 * 60);
        var staff = new DemoStaff(cast, users, rows, since);
        var crowd = new DemoCrowd(rows, dice.For("crowd"), since);

        var office = new DemoOffice(staff, rows, days, since);
        office.Open();
        new DemoRouting(staff, rows, days, since).Set();
        var files = new DemoFiles(cast.Lender, rows, since);
        var papers = new DemoPapers(staff, rows, days, files, since);
        var clocks = new DemoClocks(staff, rows, days, since);
        var locks = new DemoLocks(staff, rows, days);
        var told = new DemoLoans(staff, crowd, rows, days, clocks.Dates, locks).Tell(cast == DemoCast.Harborline ? Harborline(staff, days, dice) : Pinecrest(staff, days, dice));
        var timeline = new DemoTimeline(staff, rows, days);
        foreach (var loan in told.Where(loan => loan.Plan.OnBoard)) timeline.Write(loan);
        foreach (var loan in told)
        {
            clocks.Tell(loan);
            papers.Write(loan);
            if (loan.Plan.OnBoard) DemoOffice.Inform(loan);
        }
        locks.Wait(told);
        office.Pay(told.Select(loan => loan.Loan));
        var credit = new DemoCredit(staff, rows, days);
        foreach (var loan in told) credit.Write(loan);
        new DemoWatch(staff, rows, days).Watch(told);
        var isLarge = cast == DemoCast.Harborline;
        new DemoLeads(staff, crowd, rows, days, dice.For("leads")).Tell(told, since, part: isLarge ? 1 : 24, converted: isLarge ? 120 : 4);
        if (cast == DemoCast.Harborline) DemoGoals.Set(staff, rows, days.Ago(200, 9 * 60));
        crowd.FillUp(cast == DemoCast.Harborline ? 5_000 : 140, [.. staff.Officers.Select(staff.IdOf)], days);
        new DemoPeople(rows, crowd, days, dice.For("people"), since).Tell();
        return (rows, files);
    }

    private static List<DemoLoanPlan> Harborline(DemoStaff staff, DemoDays days, Dice dice)
    {
        var history = new DemoHistory(staff, days, dice.For("history"));
        var board = new DemoBoard(staff, days, dice.For("board")).Plan([20, 18, 17, 17, 14, 14, 12, 12, 10, 8, 10, 8], pastClients: FundedLoans - 250);
        return [.. history.Funded(FundedLoans), .. history.Ended(EndedLoans, FundedLoans), .. DemoBoard.Cast(board, staff, days, dice.For("cast"))];
    }

    private static IReadOnlyList<DemoLoanPlan> Pinecrest(DemoStaff staff, DemoDays days, Dice dice) =>
        new DemoBoard(staff, days, dice.For("board")).Plan([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], pastClients: 0);
}
