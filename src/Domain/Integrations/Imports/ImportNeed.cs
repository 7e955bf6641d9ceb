using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>Something rows cannot be read without.</summary>
/// <param name="OneOf">Names of fields of which one must be mapped.</param>
/// <param name="Otherwise">Why the mapping is refused.</param>
public sealed record ImportNeed(IReadOnlyList<string> OneOf, Refusal Otherwise);
