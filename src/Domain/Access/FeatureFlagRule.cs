using System.Security.Cryptography;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>One line of a feature flag.</summary>
public sealed class FeatureFlagRule : Entity
{
    private FeatureFlagRule() { }

    internal FeatureFlagRule(Guid flagId, FeatureFlagTarget target, Guid? targetId, int? percentage) =>
        (FlagId, Target, TargetId, Percentage) = (flagId, target, targetId, percentage);

    /// <summary>The flag.</summary>
    public Guid FlagId { get; private set; }

    /// <summary>Whom the line covers.</summary>
    public FeatureFlagTarget Target { get; private set; }

    /// <summary>The role or member; null for a percentage.</summary>
    public Guid? TargetId { get; private set; }

    /// <summary>0 to 100; null for a role or member.</summary>
    public int? Percentage { get; private set; }

    /// <summary>Whether the line covers the member.</summary>
    public bool Covers(string key, MemberAuthority member) => Target switch
    {
        FeatureFlagTarget.Role => TargetId is { } role && member.RoleIds.Contains(role),
        FeatureFlagTarget.Member => TargetId == member.MemberId,
        FeatureFlagTarget.Percentage => Bucket(key, member.MemberId) < Percentage,
        _ => throw new ArgumentOutOfRangeException(nameof(member), Target, "Unknown target"),
    };

    /// <summary>A number from 0 to 99 that is always the same for a flag and a member, on every node and in every release.</summary>
    public static int Bucket(string key, Guid memberId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}|{memberId:N}"));
        return (int)(BitConverter.ToUInt32(hash, 0) % 100);
    }
}
