namespace CrmStudio.Infrastructure.Access;

/// <summary>How a person proved who they are.</summary>
public enum SignInMethod
{
    /// <summary>Password alone: demonstration organizations only.</summary>
    Password,

    /// <summary>Password and a code of the authenticator.</summary>
    Authenticator,

    /// <summary>Password and a recovery code.</summary>
    RecoveryCode,

    /// <summary>A passkey, which is two factors in one.</summary>
    Passkey,

    /// <summary>“Enter as” in a demonstration organization.</summary>
    EnterAs,
}
