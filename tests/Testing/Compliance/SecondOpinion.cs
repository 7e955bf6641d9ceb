using System.Reflection;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Calendars;
using CrmStudio.Domain.Compliance.Rules;
using Npgsql;

namespace CrmStudio.Testing.Compliance;

/// <summary>Compares the program's regulatory dates with those of an implementation of its own, in PL/pgSQL, over generated lenders and days.</summary>
public static class SecondOpinion
{
    private const int DatesOfALender = 500;
    private static readonly string[] asked = ["deadline", "earliest", "latest"];
    private static readonly DateOnly first = new(2020, 1, 1), last = new(2040, 12, 31);

    /// <summary>What was compared, and each difference in a sentence.</summary>
    public sealed record Comparison(int Dates, int Answers, IReadOnlyList<string> Differences);

    /// <summary>Compares dates from 2020 to 2040.</summary>
    /// <param name="owner">A connection that may make temporary functions.</param>
    /// <param name="book">The rules the program goes by.</param>
    /// <param name="dates">How many dates.</param>
    /// <param name="seed">Which dates.</param>
    /// <param name="ct">Cancels the comparison.</param>
    public static async Task<Comparison> CompareAsync(string owner, RuleBook book, int dates, int seed, CancellationToken ct)
    {
        var chance = new Random(seed);
        var (answers, differences) = (0, new List<string>());
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, await ScriptAsync(ct), ct);
        for (var left = dates; left > 0; left -= DatesOfALender)
        {
            var lender = Lender.Next(chance);
            var ours = new RuleDates(book, lender.Calendar(book));
            await lender.NumberDaysAsync(connection, ct);
            var days = Enumerable.Range(0, Math.Min(left, DatesOfALender)).Select(_ => first.AddDays(chance.Next(last.DayNumber - first.DayNumber + 1))).ToArray();
            await foreach (var (code, day, theirs) in AskAsync(connection, days, ct))
            {
                answers += theirs.Length;
                DateOnly?[] mine = [ours.Deadline(code, day)?.Day, ours.Earliest(code, day)?.Day, ours.Latest(code, day)?.Day];
                for (var i = 0; i < mine.Length; i++)
                    if (mine[i] != theirs[i]) differences.Add($"{code} of {day:yyyy-MM-dd}, {asked[i]}: {mine[i]:yyyy-MM-dd} here, {theirs[i]:yyyy-MM-dd} there");
            }
        }
        return new Comparison(dates, answers, differences);
    }

    private static async IAsyncEnumerable<(string Code, DateOnly Day, DateOnly?[] Theirs)> AskAsync(
        NpgsqlConnection connection, DateOnly[] days, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand("select * from pg_temp.second_opinion($1)", connection) { Parameters = { new() { Value = days } } };
        await using var reader = await ask.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return (reader.GetString(0), reader.GetFieldValue<DateOnly>(1), [.. Enumerable.Range(2, 3).Select(column => reader.IsDBNull(column) ? (DateOnly?)null : reader.GetFieldValue<DateOnly>(column))]);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<string> ScriptAsync(CancellationToken ct)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("CrmStudio.Testing.Compliance.second-opinion.sql")!);
        return await reader.ReadToEndAsync(ct);
    }

    /// <summary>A lender as both implementations are told of it.</summary>
    private sealed record Lender(DayOfWeek[] Open, bool ClosesOnHolidays, bool ClosesOnObserved, DateOnly[] Closed, DateOnly[] Opened)
    {
        public static Lender Next(Random chance)
        {
            var days = Enumerable.Range(0, chance.Next(40)).Select(_ => first.AddDays(chance.Next(last.DayNumber - first.DayNumber))).Distinct().ToArray();
            return new Lender(
                [.. Enum.GetValues<DayOfWeek>().Where(day => chance.Next(10) < (day is DayOfWeek.Saturday or DayOfWeek.Sunday ? 3 : 9)).Append((DayOfWeek)chance.Next(1, 6)).Distinct()],
                chance.Next(3) > 0, chance.Next(2) == 0, [.. days.Where((_, i) => i % 3 > 0)], [.. days.Where((_, i) => i % 3 == 0)]);
        }

        public OfficeDays Calendar(RuleBook book)
        {
            var profile = LenderProfile.Usual();
            profile.Open(Open, ClosesOnHolidays, ClosesOnObserved);
            return new OfficeDays(profile, [.. Closed.Select(day => OfficeDay.Note(day, false, "Closed", 0).Value!), .. Opened.Select(day => OfficeDay.Note(day, true, "Open", 0).Value!)], book.Holidays);
        }

        public async Task NumberDaysAsync(NpgsqlConnection connection, CancellationToken ct)
        {
            await using var number = new NpgsqlCommand("select pg_temp.number_days($1, $2, $3, $4, $5)", connection)
            {
                Parameters =
                {
                    new() { Value = Open.Select(day => day == DayOfWeek.Sunday ? 7 : (int)day).ToArray() }, new() { Value = ClosesOnHolidays }, new() { Value = ClosesOnObserved },
                    new() { Value = Closed }, new() { Value = Opened },
                },
            };
            await number.ExecuteNonQueryAsync(ct);
        }
    }
}
