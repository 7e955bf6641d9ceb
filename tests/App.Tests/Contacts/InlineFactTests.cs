using Bunit;
using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Parts;
using CrmStudio.App.Kit.Filters;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Tests.Contacts;

public sealed class InlineFactTests : BunitContext
{
    private readonly List<(string? Was, string? Text)> saved = [];

    public InlineFactTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Without_the_right_there_is_no_pen()
    {
        Assert.Empty(Render<InlineFact>(p => p.Add(f => f.Label, "Job title").Add(f => f.Value, "Baker").Add(f => f.MayEdit, false).Add(f => f.OnSave, Take)).FindAll("button"));
    }

    [Fact]
    public void What_was_shown_goes_along_with_what_is_wanted()
    {
        var fact = Opened("Baker");

        fact.Find("input").Input("Nurse");
        fact.Find("form").Submit();

        Assert.Equal(("Baker", "Nurse"), Assert.Single(saved));
        Assert.Empty(fact.FindAll("form"));
    }

    [Fact]
    public void Nothing_changed_is_not_saved_and_leaving_keeps_the_value()
    {
        var fact = Opened("Baker");
        fact.Find("form").Submit();
        Assert.Empty(saved);

        fact.Find("button.inline-pen").Click();
        fact.Find("input").Input("Nurse");
        fact.Find("button[data-close]").Click();
        Assert.Empty(saved);
        Assert.Contains("Baker", fact.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_stands_at_the_field_and_what_was_typed_stays()
    {
        var fact = Render<InlineFact>(p => p.Add(f => f.Label, "E-mail").Add(f => f.OnSave, (_, _) => Task.FromResult<Refusal?>(Refusal.Invalid("Email", "That is not an e-mail address."))));
        fact.Find("button.inline-pen").Click();

        fact.Find("input").Input("nonsense");
        fact.Find("form").Submit();

        Assert.Equal("That is not an e-mail address.", fact.Find("[role=alert]").TextContent);
        Assert.Equal("nonsense", fact.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_choice_is_saved_at_once()
    {
        var fact = Render<InlineFact>(p => p.Add(f => f.Label, "State").Add(f => f.Options, [new FilterOption("ME", "ME"), new FilterOption("CA", "CA")]).Add(f => f.OnSave, Take));
        fact.Find("button.inline-pen").Click();

        fact.Find("select").Change("CA");

        Assert.Equal((null, "CA"), Assert.Single(saved));
    }

    [Theory]
    [InlineData("Asked for $412,000 in Maine", "Asked for an amount in Maine")]
    [InlineData("Can bring 85k, earns 120000 a year", "Can bring an amount, earns an amount a year")]
    [InlineData("Paid US$ 5,000.50 earnest money", "Paid an amount earnest money")]
    [InlineData("Call back at 3:30 on 12/15, loan T-0004", "Call back at 3:30 on 12/15, loan T-0004")]
    public void Amounts_are_taken_out_of_sentences(string said, string read) => Assert.Equal(read, HiddenAmounts.In(said));

    private IRenderedComponent<InlineFact> Opened(string value)
    {
        var fact = Render<InlineFact>(p => p.Add(f => f.Label, "Job title").Add(f => f.Value, value).Add(f => f.OnSave, Take));
        fact.Find("button.inline-pen").Click();
        return fact;
    }

    private Task<Refusal?> Take(string? was, string? text)
    {
        saved.Add((was, text));
        return Task.FromResult<Refusal?>(null);
    }
}
