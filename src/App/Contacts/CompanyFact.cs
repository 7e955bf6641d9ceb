using System.Globalization;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>The facts of a company that are changed one by one, in place, as texts that can be compared with what somebody saw.</summary>
public static class CompanyFact
{
    public const string Kind = nameof(CompanyFacts.Kind);

    private const string LicenceExpiresOn = nameof(CompanyFacts.LicenceExpiresOn), Rating = nameof(CompanyFacts.Rating), RatingCount = nameof(CompanyFacts.RatingCount);

    /// <summary>Facts that are typed, with what they are called, in the order of the page.</summary>
    public static IReadOnlyList<(string Fact, string Label)> Typed { get; } =
    [
        (nameof(CompanyFacts.Name), "Name"), (nameof(CompanyFacts.Domain), "Domain"), (nameof(CompanyFacts.Phone), "Phone"), (nameof(CompanyFacts.Email), "E-mail"), (nameof(CompanyFacts.Street), "Street"),
        (nameof(CompanyFacts.City), "City"), (nameof(CompanyFacts.State), "State"), (nameof(CompanyFacts.Zip), "ZIP"), (nameof(CompanyFacts.LicenceNumber), "Licence"), (nameof(CompanyFacts.LicenceState), "Licensed in"),
        (LicenceExpiresOn, "Licence until"), (Rating, "Rating"), (RatingCount, "Reviews"), (nameof(CompanyFacts.Website), "Website"), (nameof(CompanyFacts.LinkedIn), "LinkedIn"),
        (nameof(CompanyFacts.Facebook), "Facebook"), (nameof(CompanyFacts.Instagram), "Instagram"),
    ];

    /// <summary>What a fact says today.</summary>
    public static string? ValueOf(CompanyFacts facts, string fact) => fact switch
    {
        nameof(CompanyFacts.Name) => facts.Name,
        Kind => facts.Kind.ToString(),
        nameof(CompanyFacts.Domain) => facts.Domain,
        nameof(CompanyFacts.Phone) => facts.Phone,
        nameof(CompanyFacts.Email) => facts.Email,
        nameof(CompanyFacts.Street) => facts.Street,
        nameof(CompanyFacts.City) => facts.City,
        nameof(CompanyFacts.State) => facts.State,
        nameof(CompanyFacts.Zip) => facts.Zip,
        nameof(CompanyFacts.LicenceNumber) => facts.LicenceNumber,
        nameof(CompanyFacts.LicenceState) => facts.LicenceState,
        LicenceExpiresOn => facts.LicenceExpiresOn?.ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        Rating => facts.Rating?.ToString("0.##", CultureInfo.InvariantCulture),
        RatingCount => facts.RatingCount?.ToString(CultureInfo.InvariantCulture),
        nameof(CompanyFacts.Website) => facts.Website,
        nameof(CompanyFacts.LinkedIn) => facts.LinkedIn,
        nameof(CompanyFacts.Facebook) => facts.Facebook,
        nameof(CompanyFacts.Instagram) => facts.Instagram,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Unknown fact"),
    };

    /// <summary>The facts with one of them said otherwise; refuses a day or a figure that cannot be read.</summary>
    public static Outcome<CompanyFacts> With(CompanyFacts facts, string fact, string? text)
    {
        switch (fact)
        {
            case nameof(CompanyFacts.Name): return facts with { Name = text };
            case Kind: return facts with { Kind = Enum.TryParse<CompanyKind>(text, out var kind) ? kind : facts.Kind };
            case nameof(CompanyFacts.Domain): return facts with { Domain = text };
            case nameof(CompanyFacts.Phone): return facts with { Phone = text };
            case nameof(CompanyFacts.Email): return facts with { Email = text };
            case nameof(CompanyFacts.Street): return facts with { Street = text };
            case nameof(CompanyFacts.City): return facts with { City = text };
            case nameof(CompanyFacts.State): return facts with { State = text };
            case nameof(CompanyFacts.Zip): return facts with { Zip = text };
            case nameof(CompanyFacts.LicenceNumber): return facts with { LicenceNumber = text };
            case nameof(CompanyFacts.LicenceState): return facts with { LicenceState = text };
            case LicenceExpiresOn:
                if (text is null) return facts with { LicenceExpiresOn = null };
                return DateOnly.TryParse(text, CultureInfo.GetCultureInfo("en-US"), out var day) ? facts with { LicenceExpiresOn = day } : Refusal.Invalid(fact, "Write the day as 3/15/2027.");
            case Rating:
                if (text is null) return facts with { Rating = null };
                return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var stars) ? facts with { Rating = stars } : Refusal.Invalid(fact, "Write the rating as 4.7.");
            case RatingCount:
                if (text is null) return facts with { RatingCount = null };
                return int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) ? facts with { RatingCount = count } : Refusal.Invalid(fact, "Write a whole number.");
            case nameof(CompanyFacts.Website): return facts with { Website = text };
            case nameof(CompanyFacts.LinkedIn): return facts with { LinkedIn = text };
            case nameof(CompanyFacts.Facebook): return facts with { Facebook = text };
            case nameof(CompanyFacts.Instagram): return facts with { Instagram = text };
            default: throw new ArgumentOutOfRangeException(nameof(fact), fact, "Unknown fact");
        }
    }
}
