namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>An invented lender.</summary>
internal sealed record DemoLender(string Slug, string Name, string TimeZone, int AreaCode)
{
    public static DemoLender Harborline { get; } = new("harborline", "Harborline Lending", "America/New_York", 207);

    public static DemoLender Pinecrest { get; } = new("pinecrest", "Pinecrest Home Loans", "America/Chicago", 224);

    public static IReadOnlyList<DemoLender> All { get; } = [Harborline, Pinecrest];

    public Guid Id => DemoIds.For("organization", Slug);

    /// <summary>What its loan numbers begin with, the way the app makes them: HL.</summary>
    public string Initials => string.Concat(Name.Split(' ').Select(word => word[0]));
}
