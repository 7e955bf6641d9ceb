namespace CrmStudio.App.Access.Pages;

/// <summary>What a passkey answered.</summary>
public sealed class PasskeyForm
{
    public string? CredentialJson { get; set; }

    /// <summary>What to call a new one.</summary>
    public string? Name { get; set; }
}
