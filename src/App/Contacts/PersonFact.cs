using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>The facts of a person that are changed one by one, in place, as texts that can be compared with what somebody saw.</summary>
public static class PersonFact
{
    public const string FirstName = nameof(ContactFacts.FirstName), LastName = nameof(ContactFacts.LastName), Email = nameof(ContactFacts.Email), Phone = nameof(ContactFacts.Phone), Kind = nameof(ContactFacts.Kind),
        JobTitle = nameof(ContactFacts.JobTitle), State = nameof(ContactFacts.State), TimeZone = nameof(ContactFacts.TimeZone), Language = nameof(ContactFacts.Language), PreferredChannel = nameof(ContactFacts.PreferredChannel),
        Source = nameof(ContactFacts.Source), Company = "Company", Household = "Household", Owner = "Owner";

    /// <summary>What a fact says today.</summary>
    public static string? ValueOf(ContactFacts facts, string fact) => fact switch
    {
        FirstName => facts.FirstName is { Length: > 0 } first ? first : null,
        LastName => facts.LastName is { Length: > 0 } last ? last : null,
        Email => facts.Email,
        Phone => facts.Phone,
        Kind => facts.Kind.ToString(),
        JobTitle => facts.JobTitle,
        State => facts.State,
        TimeZone => facts.TimeZone,
        Language => facts.Language,
        PreferredChannel => facts.PreferredChannel?.ToString(),
        Source => facts.Source,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Unknown fact"),
    };

    /// <summary>The facts with one of them said otherwise. A state brings its time zone along.</summary>
    public static ContactFacts With(ContactFacts facts, string fact, string? text) => fact switch
    {
        FirstName => facts with { FirstName = text },
        LastName => facts with { LastName = text },
        Email => facts with { Email = text },
        Phone => facts with { Phone = text },
        Kind => facts with { Kind = Enum.TryParse<ContactKind>(text, out var kind) ? kind : facts.Kind },
        JobTitle => facts with { JobTitle = text },
        State => facts with { State = text, TimeZone = null },
        TimeZone => facts with { TimeZone = text },
        Language => facts with { Language = text },
        PreferredChannel => facts with { PreferredChannel = Enum.TryParse<ConsentChannel>(text, out var channel) ? channel : null },
        Source => facts with { Source = text },
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Unknown fact"),
    };

    /// <summary>Whether it is said by the name of another record.</summary>
    public static bool IsLink(string fact) => fact is Company or Household or Owner;

    /// <summary>What it is called: "the e-mail".</summary>
    public static string Of(string fact) => fact switch
    {
        FirstName => "first name",
        LastName => "last name",
        Email => "e-mail",
        JobTitle => "job title",
        TimeZone => "time zone",
        PreferredChannel => "preferred channel",
        _ => fact.ToLowerInvariant(),
    };
}
