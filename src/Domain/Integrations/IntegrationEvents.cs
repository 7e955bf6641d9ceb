using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Integrations;

/// <summary>An import has ended; one event for all its records, so that nobody is told of them one by one.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Kind">What its rows were: "loans".</param>
/// <param name="By">Who brought the file.</param>
public sealed record FileImported(Guid ImportId, string Kind, Guid By) : IDomainEvent;
