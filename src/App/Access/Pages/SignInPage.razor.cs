using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>Password, passkey or, in demo mode, a name from the list.</summary>
public partial class SignInPage(PasswordCheck passwords, PasskeySignIn passkeys, SignInSteps steps, DemoDoor demoDoor, SignInCookies cookies, NavigationManager navigation)
{
    private Refusal? refusal;
    private Refusal? entering;
    private IReadOnlyList<DemoOrganization> demo = [];

    [SupplyParameterFromForm(FormName = "sign-in")] private SignInForm Form { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey")] private PasskeyForm Passkey { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "enter-as")] private string? Person { get; set; }

    [SupplyParameterFromQuery(Name = "return")] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] private string? Ended { get; set; }

    [SupplyParameterFromQuery] private string? Out { get; set; }

    [SupplyParameterFromQuery] private string? Reset { get; set; }

    private string? Notice =>
        Ended is not null ? "Your sign-in has ended: it was closed here or elsewhere, or nobody used it for a while. Sign in to go on where you were."
        : Out is not null ? "You are signed out."
        : Reset is not null ? "Your new password is set, and every open sign-in was ended. Sign in with it."
        : null;

    protected override async Task OnInitializedAsync()
    {
        (Form, Passkey) = (Form ?? new(), Passkey ?? new());
        if (cookies.Present is not null && Ended is null && Form.Email is null)
        {
            navigation.NavigateTo(LocalUrl.OrStart(ReturnUrl));
            return;
        }
        demo = await demoDoor.OfferAsync(CancellationToken.None);
    }

    private async Task SignInAsync()
    {
        var checkedUser = await passwords.RunAsync(Form.Email, Form.Password, CancellationToken.None);
        refusal = checkedUser.IsDone ? Follow(await steps.BeginAsync(checkedUser.Value, SignInMethod.Password, ReturnUrl, CancellationToken.None)) : checkedUser.Refusal;
    }

    private async Task UsePasskeyAsync() => refusal = Follow(await passkeys.RunAsync(Passkey.CredentialJson, ReturnUrl, CancellationToken.None));

    private async Task EnterAsync() => entering = Person?.Split('.') is [var org, var member] && Guid.TryParse(org, out var orgId) && Guid.TryParse(member, out var memberId)
        ? Follow(await demoDoor.EnterAsync(orgId, memberId, ReturnUrl, CancellationToken.None))
        : Refusal.NotFound;

    private Refusal? Follow(Outcome<string> next)
    {
        if (next.IsDone) navigation.NavigateTo(next.Value);
        return next.Refusal;
    }
}
