using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What people wrote about the loans on the board, on working days, most of it lately.</summary>
internal sealed class DemoTimeline(DemoStaff staff, DemoRows rows, DemoDays days)
{
    /// <summary>How far back the lines about the present phase go.</summary>
    public const int Days = 30;

    private static readonly string loans = Tables.NameOf(typeof(Loan));

    /// <summary>Writes lines on one loan.</summary>
    public void Write(DemoLoans.Told told)
    {
        var (plan, dice) = (told.Plan, told.Plan.Dice.For("timeline"));
        var phase = DemoLines.FirstStageLike(plan.Stage);
        var since = plan.Moves.First(move => move.Stage >= phase).At;

        var (ofNow, ofBefore) = (plan.IsIdle ? 1 : dice.Between(phase == 1 ? 0 : 1, 4), dice.Between(0, 2));
        if (phase > 1) Write(told, DemoLines.For(phase - 1), ofBefore, Latest(plan.Moves.First(move => move.Stage >= phase - 2).At, since.AddDays(-Days)), since, dice);
        if (plan.IsShown) WriteShown(told);
        else Write(told, DemoLines.For(plan.Stage), Math.Min(ofNow, 1 + plan.Days), Latest(since, days.Now.AddDays(-Days)), days.Now, dice);
    }

    private void WriteShown(DemoLoans.Told told)
    {
        foreach (var (daysAgo, minute, line) in DemoLines.Shown) Add(told, line, days.Ago(days.WorkdaysAgo(daysAgo), minute), staff.IdOf(told.Plan.Officer));
    }

    /// <summary>Lines are listed in the order things happen: those taken keep it, spread over the time there was.</summary>
    private void Write(DemoLoans.Told told, DemoLines.Line[] lines, int count, DateTimeOffset from, DateTimeOffset to, Dice dice)
    {
        var taken = dice.Shuffle(lines.Where(line => Fits(line, told))).Take(count).OrderBy(line => Array.IndexOf(lines, line)).ToList();
        for (var i = 0; i < taken.Count; i++)
        {
            var (part, minute, byProcessor) = ((i + dice.Unit()) / taken.Count, dice.Between(DemoDays.Opens, DemoDays.Closes), dice.Percent(35));
            var at = WorkingTime(from + (to - from) * (told.Plan.IsIdle ? part * part : part), minute, from, to);
            var clerk = byProcessor && taken[i].Kind is ActivityKind.Note or ActivityKind.Email ? told.Loan.ProcessorId : null;
            Add(told, taken[i], at, clerk ?? staff.IdOf(told.Plan.Officer));
        }
    }

    private void Add(DemoLoans.Told told, DemoLines.Line line, DateTimeOffset at, Guid author) =>
        rows.Add(new Activity(loans, told.Loan.Id, line.Kind, TextOf(line, told), author, at), at);

    private static bool Fits(DemoLines.Line line, DemoLoans.Told told) =>
        (!line.PurchaseOnly || told.Plan.Terms.IsPurchase) && (!line.RefinanceOnly || !told.Plan.Terms.IsPurchase) && (!line.NeedsAgent || told.Agent is not null);

    private static string TextOf(DemoLines.Line line, DemoLoans.Told told) => line.Text
        .Replace("{name}", told.Borrower.FirstName, StringComparison.Ordinal)
        .Replace("{agent}", told.Agent?.FirstName, StringComparison.Ordinal);

    /// <summary>An hour of the office on or beside a day, between two instants.</summary>
    private DateTimeOffset WorkingTime(DateTimeOffset around, int minute, DateTimeOffset from, DateTimeOffset to)
    {
        var day = days.DayOf(around);
        var at = days.At(day.DayOfWeek == DayOfWeek.Sunday ? DemoDays.WorkdayAfter(day) : DemoDays.WorkdayBefore(day), minute);
        if (at >= to) at = to.AddMinutes(-5 - minute % 170);
        if (at <= from) at = from.AddMinutes(4 + minute % 50);
        return at > from && at < to ? at : around;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
