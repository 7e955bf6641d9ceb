namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>Whether two records are one company. Offices of one brokerage share a domain: that alone does not make them one.</summary>
public static class CompanyLikeness
{
    /// <summary>Compares two companies.</summary>
    public static Likeness Of(CompanyTraits one, CompanyTraits other)
    {
        var (sameName, alike) = (one.NameKey == other.NameKey, JaroWinkler.Of(one.NameKey, other.NameKey) >= Likeness.NamesAlike);
        var domain = IsSame(one.Domain, other.Domain);
        var phone = IsSame(one.PhoneKey, other.PhoneKey);
        var licence = IsSame(one.LicenceNumber, other.LicenceNumber);
        var (state, elsewhere) = (IsSame(one.State, other.State), one.State is not null && other.State is not null && one.State != other.State);

        var strength = (sameName, alike) switch
        {
            (true, _) => 60,
            (_, true) => 45,
            _ => 15,
        };
        strength += (domain ? 25 : 0) + (phone ? 25 : 0) + (licence ? 25 : 0) + (state ? IsSame(one.City, other.City) ? 15 : 5 : elsewhere ? -20 : 0);

        var reasons = new List<string>();
        if (sameName) reasons.Add("Same name");
        else if (alike) reasons.Add("Names alike");
        if (domain) reasons.Add($"Same domain {one.Domain}");
        if (phone) reasons.Add("Same phone");
        if (licence) reasons.Add("Same licence number");
        if (state) reasons.Add(IsSame(one.City, other.City) ? "Same city" : "Same state");
        return new Likeness(Math.Clamp(strength, 0, 99), reasons);
    }

    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
