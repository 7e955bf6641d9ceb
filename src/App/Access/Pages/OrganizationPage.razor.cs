using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>Which organization to sign in to.</summary>
public partial class OrganizationPage(SignInSteps steps, NavigationManager navigation)
{
    private IReadOnlyList<SignInPlace> places = [];
    private Refusal? refusal;

    [SupplyParameterFromForm(FormName = "organization")] private Guid OrgId { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await steps.UnderWayAsync() is { } way) places = await steps.PlacesAsync(way.User.Id, CancellationToken.None);
        else navigation.NavigateTo(AccessUrls.SignIn);
    }

    private async Task ChooseAsync()
    {
        if (await steps.UnderWayAsync() is not { } way) return;
        var next = await steps.GoOnAsync(way.User, way.Pending with { OrgId = OrgId }, CancellationToken.None);
        refusal = next.Refusal;
        if (next.IsDone) navigation.NavigateTo(next.Value);
    }
}
