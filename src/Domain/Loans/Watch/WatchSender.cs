using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>Who writes to former clients, as an advertisement must say it.</summary>
/// <param name="Name">The officer.</param>
/// <param name="NmlsId">The officer's NMLS id.</param>
/// <param name="Phone">The officer's phone.</param>
/// <param name="Email">The officer's e-mail address: where mails can be ended.</param>
/// <param name="Lender">The lender.</param>
/// <param name="LenderNmlsId">The lender's NMLS id.</param>
/// <param name="PostalAddress">The lender's postal address (15 USC 7704(a)(5)(A)(iii)).</param>
public sealed record WatchSender(string Name, string NmlsId, string? Phone, string Email, string Lender, string LenderNmlsId, string PostalAddress)
{
    /// <summary>The sender of a loan's mails, or what an advertisement would lack.</summary>
    public static Outcome<WatchSender> Of(Member? officer, Letterhead? head)
    {
        if (officer is null) return WatchRefusals.NoOfficer;
        if (string.IsNullOrWhiteSpace(officer.NmlsId)) return WatchRefusals.NoNmlsId(officer.Name);
        return head is not { LegalName: { } lender, NmlsId: { } nmlsId, Street: { } street, Town: { } town } ? WatchRefusals.NoLetterhead
            : new WatchSender(officer.Name, officer.NmlsId, officer.Phone, officer.Email, lender, nmlsId, $"{street}, {town}");
    }
}
