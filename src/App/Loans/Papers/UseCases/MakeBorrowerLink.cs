using System.Security.Cryptography;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Makes a borrower's link that a member takes along, to send it by text or read it out. Shown once: only its hash is kept.</summary>
public sealed class MakeBorrowerLink(CrmWork work, CurrentMember me, CrmSettings settings)
{
    private const int SecretBytes = 32;

    public sealed record Input(Guid LoanId);

    /// <returns>The address.</returns>
    public async Task<Outcome<Uri>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.make-link", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Request).SingleOrDefaultAsync(one => one.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (!loan.IsOpen) return PaperRefusals.LoanHasEnded;

        var secret = NewSecret();
        unit.Db.BorrowerLinks.Add(new BorrowerLink(loan.Id, secret, null, me.Id, unit.At));
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? Address(settings, me.OrgId, secret) : saved.Refusal;
    }

    /// <summary>256 random bits, as they stand in an address.</summary>
    internal static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The address of a link.</summary>
    internal static Uri Address(CrmSettings settings, Guid orgId, string secret) => new(settings.PublicUrl, PaperUrls.ForLink($"{orgId:n}.{secret}").TrimStart('/'));
}
