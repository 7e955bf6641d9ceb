using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>A word of letters the organization uses anywhere: few enough to be scanned for parts of words and for typing mistakes.</summary>
public sealed class SearchWord : IOrganizationOwned
{
    private SearchWord() { }

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>Nothing refers to it; the fence's conventions ask for one.</summary>
    public Guid Id { get; private set; }

    /// <summary>The word, folded.</summary>
    public string Word { get; private set; } = "";
}
