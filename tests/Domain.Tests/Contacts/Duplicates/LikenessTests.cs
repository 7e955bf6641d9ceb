using CrmStudio.Domain.Contacts.Duplicates;

namespace CrmStudio.Domain.Tests.Contacts.Duplicates;

public sealed class LikenessTests
{
    [Fact]
    public void A_family_that_shares_a_phone_is_not_one_person() =>
        Assert.False(PersonLikeness.Of(Person("Marisol", "Whitlock", phone: "2075550134"), Person("Jon", "Whitlock", phone: "2075550134")).IsWorthALook);

    [Fact]
    public void A_couple_that_shares_a_mailbox_is_not_one_person() =>
        Assert.False(PersonLikeness.Of(Person("Marisol", "Whitlock", email: "whitlocks@example.com"), Person("Jon", "Whitlock", email: "whitlocks@example.com")).IsWorthALook);

    [Fact]
    public void Father_and_son_of_one_name_at_one_address_are_two() =>
        Assert.Equal(0, PersonLikeness.Of(Person("John", "Smith Sr.", phone: "2075550134", street: "1 Elm St", zip: "04090"), Person("John", "Smith, Jr", phone: "2075550134", street: "1 Elm St", zip: "04090")).Strength);

    [Fact]
    public void The_same_address_and_a_name_alike_are_one_for_sure_and_the_reasons_say_why()
    {
        var likeness = PersonLikeness.Of(Person("Jon", "Whitlock", email: "jon@example.com", phone: "2075550134"), Person("John", "Whitlock", email: "jon@example.com", phone: "2075550134"));

        Assert.True(likeness.Strength >= Likeness.Sure);
        Assert.Equal(["Same e-mail address jon@example.com", "Same phone (207) 555-0134", "Names alike"], likeness.Reasons);
    }

    [Fact]
    public void Whoever_married_keeps_the_mailbox() =>
        Assert.True(PersonLikeness.Of(Person("Marisol", "Vega", email: "marisol@example.com"), Person("Marisol", "Whitlock", email: "marisol@example.com")).IsWorthALook);

    [Fact]
    public void The_same_name_at_the_same_address_is_worth_a_look_and_in_the_same_state_only_while_nothing_speaks_against_it()
    {
        Assert.Equal(85, PersonLikeness.Of(Person("Ana", "Reyes", street: "1 Elm St", zip: "04090"), Person("Ana", "Reyes", street: "1 ELM ST", zip: "04090-1234")).Strength);
        Assert.True(PersonLikeness.Of(Person("Ana", "Reyes", state: "ME"), Person("Ana", "Reyes", state: "ME")).IsWorthALook);
        Assert.False(PersonLikeness.Of(Person("Ana", "Reyes", "a@example.com", "2075550134", "ME"), Person("Ana", "Reyes", "b@example.com", "2075550199", "ME")).IsWorthALook);
    }

    [Fact]
    public void It_does_not_matter_which_is_looked_at_first()
    {
        PersonTraits[] people = [Person("Jon", "Whitlock", "j@example.com", "2075550134", "ME"), Person("John", "Whitlock", "j@example.com", null, "ME"), Person("Whitlock", "Jon", null, "2075550134"), Person("Ana", "Reyes")];
        foreach (var one in people)
            foreach (var other in people)
                Assert.Equal(PersonLikeness.Of(one, other).Strength, PersonLikeness.Of(other, one).Strength);
    }

    [Fact]
    public void Offices_of_a_brokerage_share_a_domain_and_are_two_while_one_office_written_twice_is_one()
    {
        Assert.False(CompanyLikeness.Of(Company("Harbor Realty", "harbor.example", "ME"), Company("Tidewater Homes", "harbor.example", "ME")).IsWorthALook);
        Assert.True(CompanyLikeness.Of(Company("Harbor Title, LLC", "harbor.example", "ME"), Company("Harbor Title", "harbor.example", "ME")).Strength >= Likeness.Sure);
        Assert.False(CompanyLikeness.Of(Company("First Title", null, "ME"), Company("First Title", null, "TX")).IsWorthALook);
    }

    private static PersonTraits Person(string first, string last, string? email = null, string? phone = null, string? state = null, string? street = null, string? zip = null) =>
        new(Guid.NewGuid(), first, last, state, email is null ? [] : [email], phone is null ? [] : [phone], zip is null ? [] : [new(street, zip)]);

    private static CompanyTraits Company(string name, string? domain, string state) => new(Guid.NewGuid(), CrmStudio.Domain.Contacts.Company.KeyOf(name), domain, null, null, state, null);
}
