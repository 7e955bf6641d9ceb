using CrmStudio.App.Access.SigningIn;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>Asks for a link to choose a new password. The answer is the same for everybody.</summary>
public partial class ForgotPage(PasswordResets resets)
{
    private bool isAsked;

    [SupplyParameterFromForm(FormName = "forgot")] private string? Email { get; set; }

    private async Task AskAsync()
    {
        await resets.AskAsync(Email, CancellationToken.None);
        isAsked = true;
    }
}
