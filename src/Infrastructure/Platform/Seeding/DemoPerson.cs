using CrmStudio.Domain.Access;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Somebody who works for an invented lender.</summary>
/// <param name="Email">How the person signs in.</param>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Role">The role held.</param>
/// <param name="Title">Title on letters.</param>
/// <param name="Words">What the sign-in page says beside the name.</param>
/// <param name="Teams">Where the person sits.</param>
/// <param name="Leads">Whether the person leads those teams.</param>
/// <param name="Share">How many of a hundred loans are this officer's.</param>
/// <param name="Idle">How many of a hundred of this officer's loans stay too long in their stage.</param>
internal sealed record DemoPerson(
    string Email, string FirstName, string LastName, BuiltInRole Role, string Title, string Words, string[] Teams, bool Leads = false, int Share = 0, int Idle = 0)
{
    public Guid UserId => DemoIds.For("user", Email);

    public Guid MemberIdAt(DemoLender lender) => DemoIds.For(lender.Slug, nameof(Member), Email);
}
