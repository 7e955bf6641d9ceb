using Microsoft.AspNetCore.Identity;

namespace CrmStudio.Infrastructure.Access;

/// <summary>The person who signs in: e-mail, password, second factor. Global; a member of one or more organizations.</summary>
public sealed class SignInUser : IdentityUser<Guid>
{
    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
