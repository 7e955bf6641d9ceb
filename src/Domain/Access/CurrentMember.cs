namespace CrmStudio.Domain.Access;

/// <summary>
/// Who acts, and in which organization. One per circuit, request or job; the organization never changes during its life,
/// the authority is replaced when roles change.
/// </summary>
public sealed class CurrentMember
{
    private MemberAuthority? authority;
    private IReadOnlySet<string>? only;

    /// <summary>True once somebody is known to act.</summary>
    public bool IsKnown => authority is not null;

    /// <summary>The member's id; <see cref="Guid.Empty"/> when the system acts.</summary>
    public Guid Id => Authority.MemberId;

    /// <summary>The organization everything happens in.</summary>
    public Guid OrgId => Authority.OrgId;

    /// <summary>First and last name.</summary>
    public string Name => Authority.Name;

    /// <summary>IANA time zone the member reads times in.</summary>
    public string TimeZone => Authority.TimeZone;

    /// <summary>The legal day at an instant, in the organization's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Authority.OrgTimeZone)).Date);

    /// <summary>The instant a legal day begins in the organization's time zone; the earlier one where clocks are set back over midnight.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Authority.OrgTimeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The sign-in session, when there is one.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>True when a job acts, not a person.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>The grants as last read.</summary>
    /// <exception cref="InvalidOperationException">Nobody is known to act: a use case ran outside a circuit, request or sweep.</exception>
    public MemberAuthority Authority => authority ?? throw new InvalidOperationException("Nobody is known to act here: a circuit, a request or an organization sweep must come first.");

    /// <summary>Whether the member holds the permission in any scope.</summary>
    public bool May(Permission permission) => IsSystem || Authority.Grants.ContainsKey(permission.Name);

    /// <summary>How far the permission reaches for this member; null when it is not held.</summary>
    public Scope? ScopeOf(Permission permission) =>
        IsSystem ? Scope.Organization : Authority.Grants.TryGetValue(permission.Name, out var scope) ? scope : null;

    /// <summary>Says who acts. The organization may be set once only.</summary>
    /// <exception cref="InvalidOperationException">The authority belongs to another organization or member.</exception>
    public void Become(MemberAuthority now, Guid? sessionId)
    {
        if (authority is not null && (authority.OrgId != now.OrgId || authority.MemberId != now.MemberId))
            throw new InvalidOperationException("The acting member cannot change during a circuit or request.");
        (authority, SessionId) = (Narrowed(now), sessionId);
    }

    /// <summary>Says what the member may do at most here, whatever their roles say now or later: a key was made for so much.</summary>
    /// <param name="permissions">Names of permissions.</param>
    public void Narrow(IReadOnlySet<string> permissions)
    {
        only = permissions;
        if (authority is not null) authority = Narrowed(authority);
    }

    private MemberAuthority Narrowed(MemberAuthority now) =>
        only is null ? now : now with { Grants = now.Grants.Where(grant => only.Contains(grant.Key)).ToDictionary(grant => grant.Key, grant => grant.Value) };

    /// <summary>Says that a job acts in the organization.</summary>
    public void BecomeSystem(Guid orgId, string orgName, string orgTimeZone)
    {
        Become(new MemberAuthority
        {
            OrgId = orgId, OrgName = orgName, MemberId = Guid.Empty, UserId = Guid.Empty, Name = "CrmStudio", TimeZone = orgTimeZone, OrgTimeZone = orgTimeZone, AccessVersion = 0,
            Grants = new Dictionary<string, Scope>(), Team = new HashSet<Guid>(),
        }, null);
        IsSystem = true;
    }
}
