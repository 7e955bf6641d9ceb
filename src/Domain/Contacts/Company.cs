using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>A company we know: a brokerage, a title office, an employer.</summary>
public sealed partial class Company : Entity, INamedRecord, ISearchable
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 160;

    /// <summary>Longest address on the web.</summary>
    public const int UrlMaxLength = 300;

    /// <summary>Longest licence number.</summary>
    public const int LicenceMaxLength = 40;

    private Company() { }

    private Company(string name) => (Name, NameKey) = (name, KeyOf(name));

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The form two spellings are compared in: <see cref="KeyOf"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What it does.</summary>
    public CompanyKind Kind { get; private set; }

    /// <summary>Domain of its e-mail addresses, such as <c>harbor.example</c>.</summary>
    public string? Domain { get; private set; }

    /// <summary>Phone as typed.</summary>
    public string? Phone { get; private set; }

    /// <summary>Digits of the phone.</summary>
    public string? PhoneKey { get; private set; }

    /// <summary>E-mail as typed.</summary>
    public string? Email { get; private set; }

    /// <summary>E-mail in the form two spellings are compared in.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>House number and street.</summary>
    public string? Street { get; private set; }

    /// <summary>City.</summary>
    public string? City { get; private set; }

    /// <summary>State as two letters.</summary>
    public string? State { get; private set; }

    /// <summary>ZIP code.</summary>
    public string? Zip { get; private set; }

    /// <summary>Number of its licence.</summary>
    public string? LicenceNumber { get; private set; }

    /// <summary>State that licensed it.</summary>
    public string? LicenceState { get; private set; }

    /// <summary>Last day of the licence.</summary>
    public DateOnly? LicenceExpiresOn { get; private set; }

    /// <summary>What its clients say on the web, 0 to 5 stars.</summary>
    public decimal? Rating { get; private set; }

    /// <summary>How many of them said so.</summary>
    public int? RatingCount { get; private set; }

    /// <summary>Its page on the web.</summary>
    public string? Website { get; private set; }

    /// <summary>On LinkedIn.</summary>
    public string? LinkedIn { get; private set; }

    /// <summary>On Facebook.</summary>
    public string? Facebook { get; private set; }

    /// <summary>On Instagram.</summary>
    public string? Instagram { get; private set; }

    /// <summary>Member who looks after it.</summary>
    public Guid? OwnerId { get; private set; }

    /// <inheritdoc />
    public string RecordName => Name;

    IEnumerable<string?> ISearchable.SearchNames => [Name, Domain, PhoneKey, Email];

    IEnumerable<string?> ISearchable.SearchDetails => [Street, City, Zip, LicenceNumber];

    /// <summary>A new company; refuses one without a name.</summary>
    public static Outcome<Company> Named(string? name)
    {
        name = name?.Trim() ?? "";
        return name.Length is 0 or > NameMaxLength ? Refusal.Invalid(nameof(Name), $"A company has a name of up to {NameMaxLength} characters.") : new Company(name);
    }

    /// <summary>A name in lower case without punctuation and legal form, so that "Harbor Title, LLC" and "Harbor Title" are one.</summary>
    public static string KeyOf(string name)
    {
        string[] forms = ["llc", "inc", "corp", "co", "company", "ltd", "lp", "llp", "pllc", "pc"];
        var words = string.Concat(name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : c is '.' or '\'' ? '\0' : ' ')).Replace("\0", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where((word, i) => i == 0 || !forms.Contains(word)).ToArray();
        return string.Join(' ', kept);
    }

    /// <summary>Gives the company to a member.</summary>
    public void LookedAfterBy(Guid? memberId) => OwnerId = memberId;
}
