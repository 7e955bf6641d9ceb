namespace CrmStudio.Load.Seeding;

/// <summary>How much is seeded.</summary>
public sealed record SeedSize(int LargeLoans, int LargeContacts, int LargeOfficers, int LargeAdmins, int SmallLoans, int SmallContacts, int SmallOfficers)
{
    /// <summary>What the issue names.</summary>
    public static SeedSize Whole { get; } = new(250_000, 1_000_000, 1_000, 25, 10_000, 40_000, 40);

    /// <summary>A tenth of it, to try the program.</summary>
    public static SeedSize Short { get; } = new(25_000, 100_000, 100, 25, 1_000, 4_000, 4);

    public static SeedSize From(string[] options) => options.Contains("--short") ? Short : Whole;
}
