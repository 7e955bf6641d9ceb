using Bunit;
using CrmStudio.App.Kit.Marks;

namespace CrmStudio.App.Tests.Kit;

public sealed class MarksTests : BunitContext
{
    [Theory]
    [InlineData("Ana Reyes", "AR")]
    [InlineData("Mary-Jane van der Berg", "MB")]
    [InlineData("Cher", "C")]
    [InlineData("  ", "?")]
    [InlineData("åsa öst", "ÅÖ")]
    public void Initials_are_the_first_and_the_last_word(string name, string initials) => Assert.Equal(initials, Avatar.Initials(name));

    [Fact]
    public void A_person_keeps_the_colour_on_every_machine() => Assert.Equal([6, 5, 3], new[] { "Ana Reyes", "Marc Dubois", "Priya Nair" }.Select(Avatar.ColourOf));

    [Fact]
    public void A_name_beside_the_initials_is_not_read_out_twice()
    {
        var avatar = Render<Avatar>(parameters => parameters.Add(a => a.Name, "Ana Reyes").Add(a => a.Decorative, true)).Find(".avatar");

        Assert.Equal("true", avatar.GetAttribute("aria-hidden"));
        Assert.Null(avatar.GetAttribute("aria-label"));
    }

    [Fact]
    public void User_text_in_a_sentence_is_never_markup()
    {
        var sentence = Render<Emphasis>(parameters => parameters.Add(e => e.Text, "Moved <i>Ana</i> to Closing").Add(e => e.Names, ["<i>Ana</i>"]));

        Assert.Equal("<i>Ana</i>", sentence.Find("b").TextContent);
        Assert.Empty(sentence.FindAll("i"));
    }

    [Fact]
    public void A_next_action_says_in_words_what_its_shape_says() =>
        Assert.Equal("Next action overdue", Render<NextSign>(parameters => parameters.Add(s => s.When, NextAction.Late)).Find("[role=img]").GetAttribute("aria-label"));
}
