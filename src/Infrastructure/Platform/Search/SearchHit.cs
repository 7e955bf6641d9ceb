using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>
/// One word under which one record is found. An ordinary row behind the fence, reached by equality and by ranges of text only:
/// the operators an index still serves under row-level security.
/// </summary>
public sealed class SearchHit : IOrganizationOwned
{
    private SearchHit() { }

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>The record's table.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The record.</summary>
    public Guid Id { get; private set; }

    /// <summary>True for what the record is called or reached by; false for its details.</summary>
    public bool IsName { get; private set; }

    /// <summary>The word, folded.</summary>
    public string Word { get; private set; } = "";
}
