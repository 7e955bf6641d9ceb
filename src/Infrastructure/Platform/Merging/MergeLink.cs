using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Merging;

/// <summary>One column that points at a kind of records: by a key, or as timelines, tags and tasks do, by an id alone.</summary>
/// <param name="Type">The rows.</param>
/// <param name="Property">The property that holds the id.</param>
public sealed record MergeLink(IEntityType Type, IProperty Property)
{
    /// <summary>The table of the rows.</summary>
    public string Table => Type.GetTableName()!;

    /// <summary>The column.</summary>
    public string Column => Property.GetColumnName();
}
