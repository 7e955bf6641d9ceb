using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Testing.Compliance;
using CrmStudio.Testing.Postgres;

namespace CrmStudio.Infrastructure.Tests.Compliance;

/// <summary>20,000 dates run under <c>scripts/bench dates</c>.</summary>
public sealed class SecondOpinionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_had_never_heard_of_juneteenth_would_be_found_out()
    {
        var pack = RulePack.Shipped with { Parameters = [.. RulePack.Shipped.Parameters.Where(parameter => parameter.Name != "holiday.juneteenth")] };

        Assert.NotEmpty((await SecondOpinion.CompareAsync((await TestCluster.CrmAsync()).Owner, new RuleBook(pack), 500, 1, Ct)).Differences);
    }

    [Fact]
    public async Task Two_implementations_agree_on_two_thousand_dates()
    {
        var compared = await SecondOpinion.CompareAsync((await TestCluster.CrmAsync()).Owner, new RuleBook(RulePack.Shipped), 2_000, 2, Ct);

        Assert.Empty(compared.Differences);
        Assert.Equal(2_000 * RulePack.Shipped.Rules.Count(rule => rule.Counts is not null) * 3, compared.Answers);
    }
}
