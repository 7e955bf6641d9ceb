namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>One row, read by a room.</summary>
/// <typeparam name="T">What the room makes of a row.</typeparam>
/// <param name="Key">What tells its record apart; null when that could not be read.</param>
/// <param name="Draft">What it says; null when a problem keeps it from being taken.</param>
/// <param name="Problems">Everything that is wrong or worth a look.</param>
public sealed record ImportResult<T>(string? Key, T? Draft, IReadOnlyList<ImportProblem> Problems)
    where T : class;
