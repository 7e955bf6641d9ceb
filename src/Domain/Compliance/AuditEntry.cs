using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Compliance;

/// <summary>
/// One change of one row: who, with which verb, before and after. Written in the same save as the change, unsealed; a job
/// seals entries into a hash chain per organization. The app's database role can neither change nor delete an entry's facts.
/// </summary>
public sealed class AuditEntry : IOrganizationOwned
{
    /// <inheritdoc />
    public Guid OrgId { get; set; }

    /// <summary>UUID version 7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The member who acted; empty when the system did.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The use case, such as <c>loans.advance</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Insert, Update, Delete, Read or Refused.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>Table of the row.</summary>
    public required string EntityType { get; init; }

    /// <summary>The row; empty where the entry is about a set of rows.</summary>
    public required Guid EntityId { get; init; }

    /// <summary>Changed fields before, as JSON; null for an insert. Secrets are left out.</summary>
    public string? Before { get; init; }

    /// <summary>Changed fields after, as JSON; null for a delete.</summary>
    public string? After { get; init; }
}
