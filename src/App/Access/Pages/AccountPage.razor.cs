using CrmStudio.App.Access.Queries;
using CrmStudio.App.Access.SigningIn;
using CrmStudio.App.Access.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.Pages;

/// <summary>One's own account: where one is signed in, and how one signs in.</summary>
public partial class AccountPage(IServiceProvider verbs, CurrentMember me, SecondFactors factors, UserManager<SignInUser> users, NavigationManager navigation)
{
    private Account? account;
    private AuthenticatorOffer? offer;
    private IReadOnlyList<string>? codes;
    private string? done;
    private Refusal? refusal;
    private string timeZone = "UTC";

    [SupplyParameterFromForm(FormName = "revoke")] private Guid SessionId { get; set; }

    [SupplyParameterFromForm(FormName = "switch")] private Guid OrgId { get; set; }

    [SupplyParameterFromForm(FormName = "authenticator")] private AuthenticatorForm Authenticator { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "password")] private PasswordForm Password { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "add-passkey")] private PasskeyForm Passkey { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "remove-passkey")] private string? PasskeyId { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (Authenticator, Password, Passkey) = (Authenticator ?? new(), Password ?? new(), Passkey ?? new());
        if (!me.IsKnown) return;
        timeZone = me.TimeZone;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var read = await Verb<AccountQuery>().ReadAsync(CancellationToken.None);
        (account, refusal) = (read.Value, read.Refusal ?? refusal);
        if (account is { IsFresh: true } && await users.FindByIdAsync(me.Authority.UserId.ToString()) is { } user) offer = factors.OfferOf(user, Authenticator.SealedKey) ?? factors.Offer(user);
    }

    private async Task RevokeAsync() => await ShowAsync(await Verb<RevokeSession>().RunAsync(new(SessionId), CancellationToken.None), "That session is ended.");

    private async Task RevokeOthersAsync() => await ShowAsync(await Verb<RevokeOtherSessions>().RunAsync(CancellationToken.None), "Every other session is ended.");

    private async Task ChangePasswordAsync() => await ShowAsync(await Verb<ChangePassword>().RunAsync(new(Password.Current ?? "", Password.New ?? ""), CancellationToken.None), "Your password is changed, and your other sessions are ended.");

    private async Task RemoveAuthenticatorAsync() => await ShowAsync(await Verb<RemoveAuthenticator>().RunAsync(CancellationToken.None), "The authenticator is removed.");

    private async Task AddPasskeyAsync() => await ShowAsync(await Verb<AddPasskey>().RunAsync(new(Passkey.Name, Passkey.CredentialJson), CancellationToken.None), "The passkey is added.");

    private async Task RemovePasskeyAsync() => await ShowAsync(await Verb<RemovePasskey>().RunAsync(new(PasskeyId), CancellationToken.None), "The passkey is removed.");

    private async Task SetUpAsync() => await ShowAsync(await Verb<SetUpAuthenticator>().RunAsync(new(Authenticator.SealedKey, Authenticator.Code), CancellationToken.None), "Your authenticator is set up.");

    private async Task NewCodesAsync() => await ShowAsync(await Verb<MakeRecoveryCodes>().RunAsync(CancellationToken.None), "The old recovery codes do not work any more.");

    private async Task SwitchAsync()
    {
        var next = await Verb<SwitchOrganization>().RunAsync(new(OrgId), CancellationToken.None);
        refusal = next.Refusal;
        if (next.IsDone) navigation.NavigateTo(next.Value);
    }

    private async Task ShowAsync(Outcome<IReadOnlyList<string>> made, string sentence)
    {
        codes = made.Value;
        await ShowAsync(new Outcome(made.Refusal), sentence);
    }

    private async Task ShowAsync(Outcome outcome, string sentence)
    {
        (refusal, done) = (outcome.Refusal, outcome.IsDone ? sentence : null);
        await ReadAsync();
    }

    // One verb of ten runs per request; the page does not ask for all of them.
    private T Verb<T>() where T : notnull => verbs.GetRequiredService<T>();
}
