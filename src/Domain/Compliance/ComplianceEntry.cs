using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Compliance;

/// <summary>
/// One rule asked about one act: which version of the rules, what it knew, what it answered. Written in the save of the act, or by itself
/// where the act was refused. The app only ever adds to these.
/// </summary>
public sealed class ComplianceEntry : IOrganizationOwned
{
    /// <inheritdoc />
    public Guid OrgId { get; set; }

    /// <summary>UUID version 7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who acted.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The use case, such as <c>loans.advance</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Table name of the record.</summary>
    public required string EntityType { get; init; }

    /// <summary>The record.</summary>
    public required Guid EntityId { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of the rule pack it was read in.</summary>
    public required string RulePack { get; init; }

    /// <summary>The answer.</summary>
    public required ComplianceOutcome Outcome { get; init; }

    /// <summary>What the rule knew, in words: the days it compared.</summary>
    public required string Evidence { get; init; }

    /// <summary>The override that let it pass.</summary>
    public Guid? OverrideId { get; init; }
}
