using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>Where a person lives, works or gets mail.</summary>
public sealed class ContactAddress : Entity
{
    /// <summary>Most addresses one person has.</summary>
    public const int Limit = 10;

    /// <summary>Longest street line or city.</summary>
    public const int LineMaxLength = 120;

    /// <summary>Longest postal code.</summary>
    public const int ZipMaxLength = 10;

    private ContactAddress() { }

    /// <summary>An address of a person.</summary>
    public ContactAddress(Guid contactId, ReachLabel label, int position) => (ContactId, Label, Position) = (contactId, label, position);

    /// <summary>The person.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>What is there.</summary>
    public ReachLabel Label { get; private set; }

    /// <summary>Order among the person's addresses, from 1; the first is where mail goes.</summary>
    public int Position { get; private set; }

    /// <summary>House number and street.</summary>
    public string? Street { get; private set; }

    /// <summary>City.</summary>
    public string? City { get; private set; }

    /// <summary>State as two letters (USPS).</summary>
    public string? State { get; private set; }

    /// <summary>ZIP code.</summary>
    public string? Zip { get; private set; }

    /// <summary>Writes the lines; refuses one that is too long and a state that is none.</summary>
    public Outcome Write(ReachLabel label, string? street, string? city, string? state, string? zip)
    {
        (street, city, state, zip) = (Line(street), Line(city), Line(state)?.ToUpperInvariant(), Line(zip));
        if (street is null && city is null && state is null && zip is null) return Refusal.Invalid(nameof(Street), "Write at least one line of the address, or remove it.");
        if (street?.Length > LineMaxLength) return Refusal.Invalid(nameof(Street), $"A street has up to {LineMaxLength} characters.");
        if (city?.Length > LineMaxLength) return Refusal.Invalid(nameof(City), $"A city has up to {LineMaxLength} characters.");
        if (state is not null && !StateZones.IsState(state)) return Refusal.Invalid(nameof(State), $"“{state}” is not a state: write its two letters, such as CA.");
        if (zip?.Length > ZipMaxLength) return Refusal.Invalid(nameof(Zip), $"A ZIP code has up to {ZipMaxLength} characters.");

        (Label, Street, City, State, Zip) = (label, street, city, state, zip);
        return Outcome.Done;
    }

    /// <summary>Stands at another place among the person's addresses.</summary>
    public void StandAt(int position) => Position = position;

    /// <summary>Whether another address says the same.</summary>
    public bool SaysSameAs(ContactAddress other) => Same(Street, other.Street) && Same(City, other.City) && Same(State, other.State) && Same(Zip, other.Zip);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
