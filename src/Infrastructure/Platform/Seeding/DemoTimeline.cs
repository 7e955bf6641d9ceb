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
        var before = plan.Moves[0].At;

        var (ofNow, ofBefore) = (plan.IsIdle ? 1 : dice.Between(phase == 1 ? 0 : 1, 4), dice.Between(0, 2));
        Write(told, DemoLines.For(plan.Stage), ofNow, Latest(since, days.Now.AddDays(-Days)), days.Now, dice);
        if (phase > 1) Write(told, DemoLines.For(phase - 1), ofBefore, Latest(before, since.AddDays(-Days)), since, dice);
    }

    private void Write(DemoLoans.Told told, DemoLines.Line[] lines, int count, DateTimeOffset from, DateTimeOffset to, Dice dice)
    {
        foreach (var line in dice.Shuffle(lines.Where(line => Fits(line, told))).Take(count))
        {
            var (part, minute, byProcessor) = (dice.Unit(), dice.Between(DemoDays.Opens, DemoDays.Closes), dice.Percent(35));
            var at = WorkingTime(from + (to - from) * (told.Plan.IsIdle ? part * part : Math.Sqrt(part)), minute, from, to);
            var author = byProcessor && line.Kind is ActivityKind.Note or ActivityKind.Email && told.Loan.ProcessorId is { } clerk ? clerk : staff.IdOf(told.Plan.Officer);
            rows.Add(new Activity(loans, told.Loan.Id, line.Kind, TextOf(line, told), author, at), at);
        }
    }

    private static bool Fits(DemoLines.Line line, DemoLoans.Told told) =>
        (!line.PurchaseOnly || told.Plan.Terms.IsPurchase) && (!line.RefinanceOnly || !told.Plan.Terms.IsPurchase) && (!line.NeedsAgent || told.Agent is not null);

    private static string TextOf(DemoLines.Line line, DemoLoans.Told told) => line.Text
        .Replace("{name}", told.Borrower.FirstName, StringComparison.Ordinal)
        .Replace("{agent}", told.Agent?.FirstName, StringComparison.Ordinal);

    private DateTimeOffset WorkingTime(DateTimeOffset around, int minute, DateTimeOffset from, DateTimeOffset to)
    {
        var at = days.At(DemoDays.WorkdayBefore(days.DayOf(around)), minute);
        return at > from && at < to ? at : around;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
