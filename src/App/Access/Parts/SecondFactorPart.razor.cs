using CrmStudio.App.Access.Queries;
using CrmStudio.App.Access.SigningIn;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Parts;

/// <summary>One's authenticator and recovery codes.</summary>
public partial class SecondFactorPart
{
    [Parameter, EditorRequired] public Account Account { get; set; } = default!;

    /// <summary>A new secret to scan; null while the sign-in is not fresh.</summary>
    [Parameter] public AuthenticatorOffer? Offer { get; set; }

    /// <summary>Recovery codes just made.</summary>
    [Parameter] public IReadOnlyList<string>? Codes { get; set; }

    /// <summary>The secret the form came back with; then it stays open.</summary>
    [Parameter] public string? Key { get; set; }

    [Parameter] public EventCallback OnSetUp { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    [Parameter] public EventCallback OnNewCodes { get; set; }

    private string Left => Account.RecoveryCodesLeft == 1 ? "1 recovery code is" : $"{Account.RecoveryCodesLeft} recovery codes are";
}
