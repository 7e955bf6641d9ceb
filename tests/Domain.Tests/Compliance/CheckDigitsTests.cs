using CrmStudio.Domain.Compliance;

namespace CrmStudio.Domain.Tests.Compliance;

public sealed class CheckDigitsTests
{
    [Theory]
    [InlineData("10Bx939c5543TqA1144M999143X39")]
    [InlineData("10Bx939c5543TqA1144M999134X38")]
    [InlineData("10Bx939c5543TqA1144M999143X3é")]
    [InlineData("10Bx939c5543TqA1144M38")]
    [InlineData(null)]
    public void A_slip_in_a_uli_is_seen(string? uli) => Assert.False(CheckDigits.IsUli(uli));

    [Fact]
    public void The_example_of_the_regulation_has_its_check_digits()
    {
        Assert.Equal("38", CheckDigits.For("10Bx939c5543TqA1144M999143X"));
        Assert.True(CheckDigits.IsUli("10Bx939c5543TqA1144M999143X38"));
    }

    [Fact]
    public void A_uli_leaves_out_what_is_neither_letter_nor_digit_of_a_loan_number() =>
        Assert.Equal("10Bx939c5543TqA1144M999143X38", CheckDigits.UliFor("10Bx939c5543TqA1144M", "999-143/X"));

    [Fact]
    public void A_loan_number_too_long_for_a_uli_gives_none() => Assert.Null(CheckDigits.UliFor("10Bx939c5543TqA1144M", new string('7', 24)));

    [Theory]
    [InlineData("5493001KJTIIGC8Y1R12", true)]
    [InlineData("5493001KJTIIGC8Y1R21", false)]
    [InlineData("5493001KJTIIGC8Y1R1", false)]
    public void An_lei_checks_itself(string lei, bool isRight) => Assert.Equal(isRight, CheckDigits.IsLei(lei));
}
