using System.Reflection;
using System.Text;
using System.Text.Json;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Compliance.Rules;

public sealed class RulePackTests
{
    private static readonly RulePack pack = RulePack.Shipped;

    [Fact]
    public void A_pack_that_leaves_the_citation_out_is_not_read()
    {
        var file = """{ "version": "1", "publishedOn": "2026-01-01", "parameters": [], "rules": [{ "code": "X", "title": "X", "effectiveFrom": "2026-01-01", "severity": "Task", "source": "X" }] }""";

        Assert.Throws<JsonException>(() => RulePack.Read(Encoding.UTF8.GetBytes(file)));
    }

    [Fact]
    public void Every_rule_and_parameter_says_where_it_is_written()
    {
        Assert.All(pack.Rules, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Citation) || string.IsNullOrWhiteSpace(rule.Source), rule.Code));
        Assert.All(pack.Parameters, parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.Citation) || string.IsNullOrWhiteSpace(parameter.Source), parameter.Name));
    }

    /// <summary>Nobody has to guess which numbers somebody compared with the text, and which are only believed.</summary>
    [Fact]
    public void Every_row_says_whether_its_text_was_read()
    {
        Assert.All(pack.Rules, rule => Assert.Matches(@"(read \d{4}-\d{2}-\d{2}|not verified \d{4}-\d{2}-\d{2}|our own rule)$", rule.Source));
        Assert.All(pack.Parameters, parameter => Assert.Matches(@"(read \d{4}-\d{2}-\d{2}|not verified \d{4}-\d{2}-\d{2}|not verified against the publisher)$", parameter.Source));
    }

    [Fact]
    public void Periods_of_one_rule_do_not_overlap()
    {
        Assert.All(pack.Rules.GroupBy(rule => rule.Code), versions => AssertApart([.. versions.Select(rule => (rule.EffectiveFrom, rule.EffectiveTo))]));
        Assert.All(pack.Parameters.GroupBy(parameter => parameter.Name), versions => AssertApart([.. versions.Select(parameter => (parameter.EffectiveFrom, parameter.EffectiveTo))]));
    }

    [Fact]
    public void Every_name_the_code_uses_is_in_the_pack()
    {
        Assert.Equal(Constants(typeof(RuleCodes)).Order(), pack.Rules.Select(rule => rule.Code).Distinct().Order());
        Assert.Subset(pack.Parameters.Select(parameter => parameter.Name).ToHashSet(), Constants(typeof(ParameterNames)).ToHashSet());
    }

    [Fact]
    public void There_are_eleven_legal_holidays_and_ten_before_juneteenth_became_one()
    {
        static int In(int year) => Enumerable.Range(0, 366).Select(day => new DateOnly(year, 1, 1).AddDays(day)).Count(day => day.Year == year && Lenders.Book.Holidays.Any(holiday => holiday.Is(day)));

        Assert.Equal(10, In(2020));
        Assert.All(Enumerable.Range(2021, 20), year => Assert.Equal(11, In(year)));
    }

    [Theory]
    [InlineData("2026-01-19", "Birthday of Martin Luther King, Jr.")]
    [InlineData("2026-02-16", "Washington's Birthday")]
    [InlineData("2026-05-25", "Memorial Day")]
    [InlineData("2026-09-07", "Labor Day")]
    [InlineData("2026-10-12", "Columbus Day")]
    [InlineData("2026-11-26", "Thanksgiving Day")]
    [InlineData("2028-11-23", "Thanksgiving Day")]
    [InlineData("2027-05-31", "Memorial Day")]
    public void Movable_holidays_fall_where_the_statute_puts_them(string day, string name) =>
        Assert.Equal(name, Assert.Single(Lenders.Book.Holidays, holiday => holiday.Is(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).Name);

    private static void AssertApart(List<(DateOnly From, DateOnly? To)> periods)
    {
        periods.Sort();
        for (var i = 1; i < periods.Count; i++) Assert.True(periods[i - 1].To < periods[i].From);
    }

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
