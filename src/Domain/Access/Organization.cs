namespace CrmStudio.Domain.Access;

/// <summary>A lender or team that uses the product: the fence around everything else.</summary>
public sealed class Organization
{
    private Organization() { }

    /// <summary>A new organization.</summary>
    public Organization(Guid id, string slug, string name, string timeZone) => (Id, Slug, Name, TimeZone) = (id, slug, name, timeZone);

    /// <summary>Its id; <c>org_id</c> of every row it owns.</summary>
    public Guid Id { get; private set; }

    /// <summary>Short unique name for addresses.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>IANA time zone its legal days are counted in.</summary>
    public string TimeZone { get; private set; } = "America/New_York";

    /// <summary>Demonstration data: "Enter as" works and a second factor is not asked for.</summary>
    public bool IsDemo { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
