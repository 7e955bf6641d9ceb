using CrmStudio.App.Access.SigningIn;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Makes new recovery codes. The old ones stop working.</summary>
public sealed class MakeRecoveryCodes(FreshAccount account, SecondFactors factors)
{
    public async Task<Outcome<IReadOnlyList<string>>> RunAsync(CancellationToken ct)
    {
        var opened = await account.OpenAsync("access.make-recovery-codes", ct);
        return opened.IsDone ? await factors.NewRecoveryCodesAsync(opened.Value) : opened.Refusal;
    }
}
