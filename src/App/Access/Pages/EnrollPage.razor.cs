using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>A first authenticator, on the way in.</summary>
public partial class EnrollPage(SignInSteps steps, SecondFactors factors, NavigationManager navigation)
{
    private AuthenticatorOffer? offer;
    private IReadOnlyList<string>? codes;
    private string? next;
    private Refusal? refusal;

    [SupplyParameterFromForm(FormName = "enroll")] private AuthenticatorForm Form { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        // Who has a second factor already shows it; nobody replaces one with a password alone.
        if (await steps.UnderWayAsync() is not { } way || await factors.HasAnyAsync(way.User)) navigation.NavigateTo(AccessUrls.SignIn);
        else offer = factors.OfferOf(way.User, Form.SealedKey) ?? factors.Offer(way.User);
    }

    private async Task SetUpAsync()
    {
        if (offer is null || await steps.UnderWayAsync() is not { } way) return;
        var setUp = await factors.SetUpAsync(way.User, offer, Form.Code, CancellationToken.None);
        if (!setUp.IsDone)
        {
            refusal = setUp.Refusal;
            return;
        }
        var onward = await steps.GoOnAsync(way.User, way.Pending with { Method = SignInMethod.Authenticator, Stamp = way.User.SecurityStamp! }, CancellationToken.None);
        (codes, next) = (setUp.Value, onward.IsDone ? onward.Value : AccessUrls.SignIn);
    }
}
