using Bunit;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Tests.Kit;

public sealed class ColleaguesTests : BunitContext
{
    [Fact]
    public void Where_nobody_else_is_nothing_is_drawn() =>
        Assert.Equal("", Html.Of(ColleagueMarks.Of(Colleagues.None)).ToString());

    [Fact]
    public void Initials_say_who_is_here_in_words_and_who_edits()
    {
        Piece marks = Html.Of(ColleagueMarks.Of(new Colleagues([new("Sam Whitaker", true), new("Ana Reyes", false), new("Priya Nair", false), new("Ruth Calloway", false)])));
        var mark = Render(builder => builder.AddContent(0, marks));

        Assert.Equal("Ana Reyes is here, Priya Nair is here, Ruth Calloway is here, Sam Whitaker is editing", mark.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal("+1", mark.Find(".avatars > .avatar").TextContent);
    }

    [Fact]
    public void Equal_company_draws_no_card_again()
    {
        Assert.Equal(new Colleagues([new("Ana Reyes", false), new("Sam Whitaker", true)]), new Colleagues([new("Sam Whitaker", true), new("Ana Reyes", false)]));
        Assert.NotEqual(new Colleagues([new("Ana Reyes", false)]), new Colleagues([new("Ana Reyes", true)]));
        Assert.Equal("Ana and Sam are editing", new Colleagues([new("Sam Whitaker", true), new("Ana Reyes", true)]).Editing);
    }
}
