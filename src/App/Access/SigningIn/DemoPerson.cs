using CrmStudio.Domain.Access;

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Somebody to enter as.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Role">What their role is called.</param>
/// <param name="BuiltIn">Which role it is: the order of the list.</param>
/// <param name="Title">What stands on their letters.</param>
public sealed record DemoPerson(Guid MemberId, string Name, string Role, BuiltInRole BuiltIn, string? Title)
{
    /// <summary>Role and title, once where they say the same.</summary>
    public string Line => Title is null || string.Equals(Title, Role, StringComparison.OrdinalIgnoreCase) ? Role : $"{Role}, {char.ToLowerInvariant(Title[0])}{Title[1..]}";
}
