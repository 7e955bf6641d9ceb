using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>A new password by mailed link. Opening the link changes nothing; mail scanners open links too.</summary>
public partial class ResetPage(PasswordResets resets, NavigationManager navigation)
{
    private Refusal? refusal;

    [SupplyParameterFromQuery] private string? Key { get; set; }

    [SupplyParameterFromForm(FormName = "reset")] private string? Password { get; set; }

    private async Task SetAsync()
    {
        var set = await resets.SetAsync(Key, Password, CancellationToken.None);
        refusal = set.Refusal;
        if (set.IsDone) navigation.NavigateTo($"{AccessUrls.SignIn}?reset=1");
    }
}
