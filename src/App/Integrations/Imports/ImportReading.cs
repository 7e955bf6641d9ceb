using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>One row, understood.</summary>
/// <param name="Key">What tells its record apart; null when that could not be read.</param>
/// <param name="Draft">What the room made of it; null when a problem keeps the row from being taken.</param>
/// <param name="Problems">Everything that is wrong or worth a look.</param>
public sealed record ImportReading(string? Key, object? Draft, IReadOnlyList<ImportProblem> Problems);
