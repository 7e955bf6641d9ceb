using CrmStudio.Domain.Contacts.Duplicates;

namespace CrmStudio.Domain.Tests.Contacts.Duplicates;

public sealed class JaroWinklerTests
{
    /// <summary>The values of Winkler's own table (1994, "Advanced Methods for Record Linkage", table 6), to three places.</summary>
    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.961)]
    [InlineData("DWAYNE", "DUANE", 0.840)]
    [InlineData("DIXON", "DICKSONX", 0.813)]
    [InlineData("JONES", "JOHNSON", 0.832)]
    [InlineData("ABROMS", "ABRAMS", 0.922)]
    [InlineData("SHACKLEFORD", "SHACKELFORD", 0.982)]
    public void Names_are_as_alike_as_the_published_measure_says(string one, string other, double alike)
    {
        Assert.Equal(alike, JaroWinkler.Of(one, other), 0.001);
        Assert.Equal(alike, JaroWinkler.Of(other, one), 0.001);
    }

    [Fact]
    public void Nothing_in_common_is_zero_and_case_does_not_count()
    {
        Assert.Equal(0, JaroWinkler.Of("ANA", "TROY"));
        Assert.Equal(0, JaroWinkler.Of("", "TROY"));
        Assert.Equal(1, JaroWinkler.Of("whitlock", "WHITLOCK"));
    }
}
