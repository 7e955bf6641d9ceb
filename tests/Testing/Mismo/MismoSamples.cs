namespace CrmStudio.Testing.Mismo;

/// <summary>
/// Applications as other systems send them: written by hand to the public structure of MISMO 3.4.0 build 324 and its DU and ULAD subset, about
/// invented people whose social security numbers no office gives out.
/// </summary>
public static class MismoSamples
{
    private const string Prefix = "CrmStudio.Testing.Mismo.";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(MismoSamples).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..^".xml".Length]).Order(StringComparer.Ordinal)];

    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(MismoSamples).Assembly.GetManifestResourceStream($"{Prefix}{name}.xml") ?? throw new ArgumentException($"There is no application {name}.", nameof(name)));
        return reader.ReadToEnd();
    }

    /// <summary>The same as if it had been taken five days ago, with the closing two months ahead: the clocks of a loan look at the day it is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="closing">The planned closing; two months ahead without it.</param>
    public static string Fresh(string name, DateOnly? closing = null) => new[] { "2027-01-08", "2026-12-18", "2027-02-26" }
        .Aggregate(Text(name).Replace("2026-11-16", Day(Taken), StringComparison.Ordinal), (text, day) => text.Replace(day, Day(closing ?? Taken.AddDays(65)), StringComparison.Ordinal));

    /// <summary>The day a fresh application was taken.</summary>
    public static DateOnly Taken => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date).AddDays(-5);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
