using Bunit;
using CrmStudio.App.Kit.MoneyField;

namespace CrmStudio.App.Tests.Kit;

public sealed class MoneyFieldTests : BunitContext
{
    [Theory]
    [InlineData("four hundred")]
    [InlineData("-5")]
    [InlineData("1.005")]
    [InlineData("9999999999")]
    [InlineData("k")]
    public void What_is_no_amount_of_dollars_is_not_taken(string typed) => Assert.False(MoneyField.TryRead(typed, out _));

    [Theory]
    [InlineData("412000", 412_000d)]
    [InlineData("$412,000.50", 412_000.50)]
    [InlineData("412k", 412_000d)]
    [InlineData("1.2 M", 1_200_000d)]
    [InlineData("", null)]
    public void Amounts_are_read_as_people_type_them(string typed, double? amount)
    {
        Assert.True(MoneyField.TryRead(typed, out var read));
        Assert.Equal((decimal?)amount, read);
    }

    [Fact]
    public void An_unreadable_amount_stays_in_the_field_with_the_reason_beside_it()
    {
        decimal? amount = 409_600m;
        var field = Draw(amount, value => amount = value);

        field.Find("input").Change("about 400");

        Assert.Equal(409_600m, amount);
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("about 400", field.Find("input").GetAttribute("value"));
        Assert.Contains("412,000", field.Find($"#{field.Find("input").GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_readable_amount_goes_to_the_form_and_is_written_with_commas()
    {
        decimal? amount = null;
        var field = Draw(amount, value => amount = value);

        field.Find("input").Change("412k");

        Assert.Equal(412_000m, amount);
        Assert.Equal("412,000", field.Find("input").GetAttribute("value"));
    }

    [Theory]
    [InlineData(3_050_000, "$3.05 M")]
    [InlineData(999_600, "$1.00 M")]
    [InlineData(610_400, "$610 k")]
    [InlineData(950, "$950")]
    [InlineData(0, "$0")]
    public void Sums_are_written_short(int amount, string written) => Assert.Equal(written, Dollars.Short(amount));

    private IRenderedComponent<MoneyField> Draw(decimal? value, Action<decimal?> changed) => Render<MoneyField>(parameters => parameters
        .Add(field => field.Id, "amount").Add(field => field.Label, "Amount")
        .Add(field => field.Value, value).Add(field => field.ValueChanged, changed).Add(field => field.ValueExpression, () => value));
}
