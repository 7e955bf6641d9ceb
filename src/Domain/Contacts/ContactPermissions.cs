using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Contacts;

/// <summary>Permissions about people we know.</summary>
public static class ContactPermissions
{
    /// <summary>Write down that a person on one's loans gave consent to be reached, or withdrew it.</summary>
    public static Permission RecordConsent { get; } = new("contacts.consents", "Record consents", team: Manager | Assistant, own: LoanOfficer);
}
