using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CrmStudio.App.Leads.Forms;

/// <summary>Seals into a form when it was drawn, so that one that comes back quicker than anybody types is known for what it is.</summary>
public sealed class FillClock(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>What a person needs at least, with everything filled in by the browser.</summary>
    public static readonly TimeSpan Quickest = TimeSpan.FromSeconds(2);

    /// <summary>How long a form may lie open.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    private readonly IDataProtector protector = protection.CreateProtector("lead-form");

    /// <summary>The mark of a form drawn now.</summary>
    public string Draw() => protector.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a person can have filled it in. A mark that we did not make is nobody's.</summary>
    public bool IsHuman(string mark)
    {
        try
        {
            var drawn = new DateTimeOffset(long.Parse(protector.Unprotect(mark), CultureInfo.InvariantCulture), TimeSpan.Zero);
            return clock.GetUtcNow() - drawn is var filled && filled >= Quickest && filled <= Longest;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
