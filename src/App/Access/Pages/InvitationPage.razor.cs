using CrmStudio.App.Access.SigningIn;
using CrmStudio.App.Access.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CrmStudio.App.Access.Pages;

/// <summary>Joining by mailed link. The page looks the same for every link, and opening it changes nothing.</summary>
public partial class InvitationPage(AcceptInvitation accept, UserManager<SignInUser> users, SignInSteps steps, NavigationManager navigation)
{
    private Refusal? refusal;

    [Parameter] public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "join")] private InvitationForm Form { get; set; } = default!;

    protected override void OnInitialized() => Form ??= new();

    private async Task JoinAsync()
    {
        var joined = await accept.RunAsync(new(Token, Form.FirstName ?? "", Form.LastName ?? "", Form.Password ?? ""), CancellationToken.None);
        refusal = joined.Refusal;
        if (!joined.IsDone || await users.FindByIdAsync(joined.Value.UserId.ToString()) is not { } user) return;

        var next = await steps.BeginAsync(user, SignInMethod.Password, "/", CancellationToken.None, joined.Value.OrgId);
        navigation.NavigateTo(next.IsDone ? next.Value : AccessUrls.SignIn);
    }
}
