using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>A code after the password.</summary>
public partial class SecondFactorPage(SignInSteps steps, SecondFactors factors, PasskeySignIn passkeys, NavigationManager navigation)
{
    private Refusal? refusal;

    [SupplyParameterFromForm(FormName = "code")] private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")] private PasskeyForm Passkey { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Passkey ??= new();
        if (await steps.UnderWayAsync() is null) navigation.NavigateTo(AccessUrls.SignIn);
    }

    private async Task CheckAsync()
    {
        if (await steps.UnderWayAsync() is not { } way) return;
        if (await factors.CheckAsync(way.User, Code, CancellationToken.None) is { } method) Follow(await steps.GoOnAsync(way.User, way.Pending with { Method = method, Stamp = way.User.SecurityStamp! }, CancellationToken.None));
        else refusal = AccessRefusals.CodeInvalid;
    }

    private async Task UsePasskeyAsync() => Follow(await passkeys.RunAsync(Passkey.CredentialJson, (await steps.UnderWayAsync())?.Pending.ReturnUrl, CancellationToken.None));

    private void Follow(Outcome<string> next)
    {
        refusal = next.Refusal;
        if (next.IsDone) navigation.NavigateTo(next.Value);
    }
}
