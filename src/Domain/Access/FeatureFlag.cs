using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A feature an organization can turn on for everybody, for roles, for members, or for a percentage of members.</summary>
public sealed class FeatureFlag : Entity
{
    private readonly List<FeatureFlagRule> rules = [];

    private FeatureFlag() { }

    /// <summary>A flag that is off.</summary>
    public FeatureFlag(string key) => Key = key;

    /// <summary>Stable name in code.</summary>
    public string Key { get; private set; } = "";

    /// <summary>On for the whole organization.</summary>
    public bool IsOn { get; set; }

    /// <summary>The kill switch: off for everybody, whatever the rules say.</summary>
    public bool IsKilled { get; set; }

    /// <summary>Who else gets it.</summary>
    public IReadOnlyList<FeatureFlagRule> Rules => rules;

    /// <summary>Takes every rule away.</summary>
    public void ClearRules() => rules.Clear();

    /// <summary>Turns it on for a role.</summary>
    public void AddRole(Guid roleId) => rules.Add(new FeatureFlagRule(Id, FeatureFlagTarget.Role, roleId, null));

    /// <summary>Turns it on for a member.</summary>
    public void AddMember(Guid memberId) => rules.Add(new FeatureFlagRule(Id, FeatureFlagTarget.Member, memberId, null));

    /// <summary>Turns it on for a share of the members; the same members stay in when the share grows.</summary>
    /// <param name="percentage">0 to 100.</param>
    public void AddPercentage(int percentage) => rules.Add(new FeatureFlagRule(Id, FeatureFlagTarget.Percentage, null, Math.Clamp(percentage, 0, 100)));

    /// <summary>Whether a member gets the feature.</summary>
    public bool IsOnFor(MemberAuthority member) =>
        !IsKilled && (IsOn || rules.Any(rule => rule.Covers(Key, member)));
}
