using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Tests.Contacts;

public sealed class ConsentTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    private static readonly ConsentWord given = new(ConsentChannel.Email, ConsentPurpose.Marketing, true, now.AddDays(-10), ConsentMethod.WebForm, "Yes, send me offers by e-mail. I can end this any time.", "Form of November 10, request 4821");

    [Fact]
    public void Nobody_has_agreed_until_somebody_wrote_it_down() =>
        Assert.Equal("contacts.no-consent", Standing(Person(), []).Refusal?.Code);

    [Fact]
    public void Consent_for_another_channel_or_purpose_is_none()
    {
        var person = Person();
        Assert.False(Standing(person, [Said(person, given with { Purpose = ConsentPurpose.Servicing })]).IsDone);
        Assert.False(Standing(person, [Said(person, given with { Channel = ConsentChannel.Sms })]).IsDone);
        Assert.True(Standing(person, [Said(person, given)]).IsDone);
    }

    [Fact]
    public void The_newest_word_holds_whichever_was_written_down_first()
    {
        var person = Person();
        var withdrawn = Said(person, given with { IsGiven = false, At = now.AddDays(-2), Method = ConsentMethod.Email, Shown = null });
        var again = Said(person, given with { At = now.AddDays(-1) });

        Assert.Equal("contacts.consent-withdrawn", Standing(person, [withdrawn, Said(person, given)]).Refusal?.Code);
        Assert.True(Standing(person, [again, withdrawn, Said(person, given)]).IsDone);
    }

    [Fact]
    public void Consent_does_not_move_on_to_a_new_address()
    {
        var person = Person();
        var consent = Said(person, given);
        person.ReachBy("new@example.com", null);

        Assert.Equal("contacts.consent-for-other-address", Standing(person, [consent]).Refusal?.Code);
    }

    [Fact]
    public void A_consent_without_the_words_that_were_shown_or_without_evidence_is_not_taken()
    {
        var person = Person();
        Assert.Equal("Shown", Consent.Record(person, given with { Shown = " " }, null, now).Refusal?.Field);
        Assert.Equal("Evidence", Consent.Record(person, given with { Evidence = null }, null, now).Refusal?.Field);
        Assert.Equal("At", Consent.Record(person, given with { At = now.AddMinutes(1) }, null, now).Refusal?.Field);
        Assert.Equal("contacts.no-reach", Consent.Record(new Contact("No", "Reach"), given, null, now).Refusal?.Code);
        Assert.True(Consent.Record(person, given with { IsGiven = false, Shown = null }, null, now).IsDone);   // taking it back needs no form
    }

    private static Contact Person()
    {
        var person = new Contact("Marisol", "Whitlock");
        person.ReachBy("Marisol@example.com", "(207) 555-0142");
        return person;
    }

    private static Consent Said(Contact person, ConsentWord word) => Consent.Record(person, word, null, now).Value!;

    private static Common.Outcome<Consent> Standing(Contact person, Consent[] words) => Consent.Standing(person, words, ConsentChannel.Email, ConsentPurpose.Marketing);
}
