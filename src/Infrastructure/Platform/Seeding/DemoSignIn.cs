namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>A member of a demo organization whom anybody may enter as in demo mode.</summary>
/// <param name="Email">How the person signs in.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Words">The role in a few words: "Assistant, sees no amounts".</param>
/// <param name="Organization">Name of the organization.</param>
/// <param name="OrgId">The organization.</param>
/// <param name="MemberId">The member there. The person behind it is in <c>user_organizations</c>.</param>
public sealed record DemoSignIn(string Email, string Name, string Words, string Organization, Guid OrgId, Guid MemberId)
{
    /// <summary>Everybody, in the order of the sign-in page: the first eight show every role but Viewer.</summary>
    public static IReadOnlyList<DemoSignIn> All { get; } =
    [
        .. DemoCast.All.SelectMany(cast => cast.People.Select(person => new DemoSignIn(
            person.Email, $"{person.FirstName} {person.LastName}", person.Words, cast.Lender.Name, cast.Lender.Id, person.MemberIdAt(cast.Lender)))),
    ];
}
