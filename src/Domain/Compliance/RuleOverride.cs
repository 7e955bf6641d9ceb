using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Compliance;

/// <summary>
/// A rule set aside for one record, by two people: one asks and says why, another decides. Never changed once decided, never undone. The
/// record is named by kind and id.
/// </summary>
public sealed class RuleOverride : Entity
{
    /// <summary>Shortest reason: one that says something.</summary>
    public const int ReasonMinLength = 20;

    /// <summary>Longest reason, and longest note of a decision.</summary>
    public const int ReasonMaxLength = 1_000;

    private RuleOverride() { }

    /// <summary>Table name of the record.</summary>
    public string EntityType { get; private set; } = "";

    /// <summary>The record.</summary>
    public Guid EntityId { get; private set; }

    /// <summary>The rule, one of <see cref="RuleCodes"/>.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>The planned day it is asked for; it covers that day and later ones. Null where the rule knows no day.</summary>
    public DateOnly? ForDay { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who asked.</summary>
    public Guid RequestedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public OverrideState State { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>What the second person had to say.</summary>
    public string? DecisionNote { get; private set; }

    /// <summary>Asks for an override.</summary>
    /// <param name="rule">The rule; only one of severity <see cref="RuleSeverity.Override"/> can be set aside.</param>
    /// <param name="entityType">Table name of the record.</param>
    /// <param name="entityId">The record.</param>
    /// <param name="recordName">What people call it, for those who are told.</param>
    /// <param name="forDay">The planned day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When.</param>
    public static Outcome<RuleOverride> Request(RuleVersion rule, string entityType, Guid entityId, string recordName, DateOnly? forDay, string? reason, Guid by, DateTimeOffset at)
    {
        reason = reason?.Trim() ?? "";
        if (rule.Severity != RuleSeverity.Override) return ComplianceRefusals.NoOverride(rule.Citation);
        if (reason.Length < ReasonMinLength) return ComplianceRefusals.OverrideReasonNeeded;
        if (reason.Length > ReasonMaxLength) return Refusal.Invalid(nameof(Reason), $"A reason has at most {ReasonMaxLength:N0} characters.");

        var asked = new RuleOverride { EntityType = entityType, EntityId = entityId, Rule = rule.Code, ForDay = forDay, Reason = reason, RequestedBy = by, RequestedAt = at };
        asked.Raise(new OverrideRequested(asked.Id, entityType, entityId, recordName, rule.Title, by, at));
        return asked;
    }

    /// <summary>Approves or declines; never by who asked.</summary>
    public Outcome Decide(bool isApproved, string? note, Guid by, DateTimeOffset at)
    {
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (by == RequestedBy) return ComplianceRefusals.OwnOverride;
        if (State != OverrideState.Requested) return ComplianceRefusals.OverrideDecided;
        if (note is { Length: > ReasonMaxLength }) return Refusal.Invalid(nameof(DecisionNote), $"A note has at most {ReasonMaxLength:N0} characters.");

        (State, DecidedBy, DecidedAt, DecisionNote) = (isApproved ? OverrideState.Approved : OverrideState.Declined, by, at, note);
        Raise(new OverrideDecided(Id, EntityType, EntityId, isApproved, RequestedBy, by, at));
        return Outcome.Done;
    }

    /// <summary>Whether it sets a rule aside for a planned day.</summary>
    public bool Covers(string rule, DateOnly? day) => State == OverrideState.Approved && Rule == rule && (ForDay is null || day >= ForDay);
}
