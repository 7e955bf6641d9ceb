using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Tests.Contacts;

public sealed class TagTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void A_tag_without_a_word_or_with_too_long_a_one_is_refused_and_stays_as_it_was(string? name)
    {
        var tag = Tag.Named("Vip").Value!;

        Assert.Equal("Name", Tag.Named(name).Refusal?.Field);
        Assert.Equal("Name", tag.Rename(name).Refusal?.Field);
        Assert.Equal(("Vip", "vip"), (tag.Name, tag.Key));
    }

    [Fact]
    public void Two_spellings_are_one_tag_and_a_new_name_is_compared_anew()
    {
        var tag = Tag.Named(" Vip ").Value!;
        Assert.Equal(Tag.Named("VIP").Value!.Key, tag.Key);

        Assert.True(tag.Rename("Gold Client").IsDone);
        Assert.Equal(("Gold Client", "gold client"), (tag.Name, tag.Key));
    }
}
