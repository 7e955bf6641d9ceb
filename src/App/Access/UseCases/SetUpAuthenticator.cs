using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Access;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Sets up, or replaces, one's authenticator. The recovery codes are shown this once; other sign-ins end.</summary>
public sealed class SetUpAuthenticator(FreshAccount account, SecondFactors factors, CurrentMember me, SignInDoor door, TimeProvider clock)
{
    public sealed record Input(string? SealedKey, string? Code);

    public async Task<Outcome<IReadOnlyList<string>>> RunAsync(Input input, CancellationToken ct)
    {
        var opened = await account.OpenAsync("access.set-up-authenticator", ct);
        if (!opened.IsDone) return opened.Refusal;
        if (factors.OfferOf(opened.Value, input.SealedKey) is not { } offer) return AccessRefusals.StartAgain;

        var codes = await factors.SetUpAsync(opened.Value, offer, input.Code, ct);
        if (codes.IsDone) await SessionLedger.EndOthersAsync(door.Db, opened.Value.Id, me.SessionId, clock.GetUtcNow(), ct);
        return codes;
    }
}
