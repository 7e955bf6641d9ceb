namespace CrmStudio.App.Access.Pages;

/// <summary>What the form of a new authenticator sends.</summary>
public sealed class AuthenticatorForm
{
    public string? SealedKey { get; set; }

    public string? Code { get; set; }
}
