using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>Reasons of the Contacts room.</summary>
public static class ContactRefusals
{
    /// <summary>A person needs a name.</summary>
    public static Refusal Nameless { get; } = Refusal.Invalid("LastName", "A person needs a first or a last name.");

    /// <summary>The most fields of its own a kind of record has.</summary>
    public static Refusal TooManyFields { get; } = new("contacts.too-many-fields", $"There are {CustomField.Limit} fields already. Retire one first.");

    /// <summary>The most tags an organization has.</summary>
    public static Refusal TooManyTags { get; } = new("contacts.too-many-tags", $"There are {Tag.Limit} tags already. Remove one first.");

    /// <summary>Somebody known has that address or number already.</summary>
    public static Refusal KnownAlready(string name) => new("contacts.known-already", $"{name} has this e-mail address or number already. Open {name} instead, or save anyway.");

    /// <summary>A company of that name is there already.</summary>
    public static Refusal CompanyKnownAlready(string name) => Refusal.Invalid("Name", $"There is a company called {name} already.");

    /// <summary>A tag of that name is there already.</summary>
    public static Refusal TagKnownAlready(string name) => Refusal.Invalid("Name", $"There is a tag {name} already. Merge the two instead.");

    /// <summary>A tag is not merged into itself.</summary>
    public static Refusal SameTag { get; } = new("contacts.same-tag", "Choose another tag to merge into.");

    /// <summary>A tag on so many records is not taken apart in one save.</summary>
    public static Refusal TagTooUsed { get; } = new("contacts.tag-too-used", $"This tag is on more than {RecordTag.AtOnceLimit:N0} records, too many to change at once. Take it off some of them first.");

    /// <summary>The most further addresses or numbers a person has.</summary>
    public static Refusal TooManyReaches { get; } = new("contacts.too-many-reaches", $"A person has up to {ContactReach.Limit} further addresses and numbers.");

    /// <summary>The most postal addresses a person has.</summary>
    public static Refusal TooManyAddresses { get; } = new("contacts.too-many-addresses", $"A person has up to {ContactAddress.Limit} addresses.");

    /// <summary>The most days a person has.</summary>
    public static Refusal TooManyDates { get; } = new("contacts.too-many-dates", $"A person has up to {ContactDate.Limit} days.");
}
