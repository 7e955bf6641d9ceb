namespace CrmStudio.Domain.Common;

/// <summary>A row that belongs to exactly one organization. Stamped on insert, never changed afterwards.</summary>
public interface IOrganizationOwned
{
    /// <summary>The organization the row belongs to.</summary>
    Guid OrgId { get; }
}
