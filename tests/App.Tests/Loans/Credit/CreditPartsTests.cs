using Bunit;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Credit;
using CrmStudio.App.Loans.Qualifying.Parts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Loans.Credit;

namespace CrmStudio.App.Tests.Loans.Credit;

public sealed class CreditPartsTests : BunitContext
{
    private static readonly DateOnly today = new(2026, 11, 20);

    [Theory]
    [InlineData(-1, false, "Credit of Marisol ended on Nov 19, 2026.")]
    [InlineData(0, false, "Credit of Marisol ends on Nov 20, 2026, today.")]
    [InlineData(15, false, "Credit of Marisol ends on Dec 5, 2026, in 15 days.")]
    [InlineData(16, false, null)]
    [InlineData(40, true, "Credit of Marisol ends on Dec 30, 2026, before the closing.")]
    public void Whose_credit_ends_soon_is_said_in_words(int days, bool isBeforeClosing, string? words) =>
        Assert.Equal(words, CreditWords.Of(new CreditEnd("Marisol", today.AddDays(days), isBeforeClosing), today)?.Words);

    [Fact]
    public void An_ended_pull_is_said_louder_than_one_about_to_end()
    {
        Assert.Equal(Tone.Bad, CreditWords.Of(new CreditEnd("Marisol", today.AddDays(-1), false), today)!.Value.Tone);
        Assert.Equal(Tone.Warn, CreditWords.Of(new CreditEnd("Marisol", today, false), today)!.Value.Tone);
    }

    [Fact]
    public void The_representative_score_opens_to_every_bureau()
    {
        var figure = RepresentativeScore.OfBorrower("Marisol", [new(CreditBureau.Equifax, 702), new(CreditBureau.Experian, 688), new(CreditBureau.TransUnion, 715)]);
        var row = Render<FigureRow>(parameters => parameters.Add(part => part.Figure, figure));

        Assert.Equal("702", row.Find("summary b").TextContent);
        Assert.Equal(4, row.FindAll("tbody tr").Count);
        Assert.Contains("B3-5.1-02", row.Find(".cite").TextContent, StringComparison.Ordinal);
    }
}
