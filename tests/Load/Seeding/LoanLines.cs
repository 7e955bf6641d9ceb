using System.Globalization;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Load.Seeding;

/// <summary>Loans over six years: 12 of 100 open, 63 funded, 25 ended otherwise; each with its borrower and its stay in a stage.</summary>
internal sealed class LoanLines(Guid org, SeededPipeline pipeline, IReadOnlyList<Guid> officers, IReadOnlyList<Guid> contacts, int count, DateTimeOffset now)
{
    public const string Columns = "org_id, id, number, borrower_name, officer_id, source, lead_received_on, application_on, closing_on, funded_on, lock_status, locked_on, lock_expires_on, pipeline_id, stage_id, stage_since, ending_id, ended_at, amount, purchase_price, appraised_value, purpose, occupancy, mortgage_type, product, term_months, note_rate, property_address, property_city, property_state, property_zip, created_at, updated_at";
    public const string PartyColumns = "org_id, id, loan_id, contact_id, role, position, created_at, updated_at";
    public const string VisitColumns = "org_id, id, loan_id, stage_id, entered_by, entered_at, created_at, updated_at";

    private const int Years = 6, OpenPercent = 12, FundedPercent = 63;
    private static readonly Milestone[] open = [.. Enum.GetValues<Milestone>().Where(milestone => milestone < Milestone.Funding)];
    private readonly Random dice = new(count);
    private readonly List<(Guid Loan, Guid Stage, string Since)> stays = new(count);

    public IEnumerable<string> Loans()
    {
        for (var i = 0; i < count; i++) yield return Loan(i);
    }

    public IEnumerable<string> Parties() => stays.Select((stay, i) => Line(org, Guid.CreateVersion7(), stay.Loan, contacts[i % contacts.Count], "Borrower", 1, stay.Since, stay.Since));

    public IEnumerable<string> Visits() => stays.Select(stay => Line(org, Guid.CreateVersion7(), stay.Loan, stay.Stage, Guid.Empty, stay.Since, stay.Since, stay.Since));

    private string Loan(int i)
    {
        var lot = dice.Next(100);
        var (isOpen, isFunded) = (lot < OpenPercent, lot is >= OpenPercent and < OpenPercent + FundedPercent);
        var daysAgo = isOpen ? dice.Next(1, 90) : dice.Next(1, Years * 365);
        var since = now.AddDays(-daysAgo).AddSeconds(-dice.Next(86_400));
        var (created, day) = (since.AddDays(-dice.Next(1, 40)), DateOnly.FromDateTime(since.Date));
        var milestone = isOpen ? open[dice.Next(open.Length)] : isFunded ? daysAgo < 14 ? Milestone.Funding : Milestone.Completion : open[dice.Next(open.Length)];
        var hasTerms = milestone >= Milestone.PreApproval;
        var isLocked = milestone is >= Milestone.Submittal && !isFunded;
        var price = dice.Next(180, 900) * 1_000m;
        var (city, state, zip) = People.Town(dice);
        var id = Guid.CreateVersion7();
        stays.Add((id, pipeline.Stages[milestone], At(since)));
        return Line(
            org, id, $"B-{i + 1:000000}", $"{People.First(dice)} {People.Last(dice)}", officers[i % officers.Count], "Referral", Day(day.AddDays(-30)),
            milestone >= Milestone.Application ? Day(day.AddDays(-20)) : null, isOpen ? Day(day.AddDays(45)) : Day(day), isFunded ? Day(day) : null,
            isLocked ? "Locked" : "Floating", isLocked ? Day(day) : null, isLocked ? Day(day.AddDays(60)) : null,
            pipeline.Id, pipeline.Stages[milestone], At(since),
            isOpen || isFunded ? null : pipeline.Endings[dice.Next(pipeline.Endings.Count)], isOpen || isFunded ? null : At(since),
            hasTerms || dice.Next(3) > 0 ? price * .8m : null, price, price, "Purchase", "PrimaryResidence", "Conventional", "Conv 30", 360, 5.5m + dice.Next(16) * .125m,
            People.Street(dice), city, state, zip, At(created), At(since));
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string At(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture);

    internal static string Line(params object?[] cells) => string.Join('\t', cells.Select(cell => cell is null ? "\\N" : Convert.ToString(cell, CultureInfo.InvariantCulture)));
}
