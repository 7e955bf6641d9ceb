using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Contacts;

/// <summary>Permissions about people we know.</summary>
public static class ContactPermissions
{
    /// <summary>See people and companies. The scope says whose.</summary>
    public static Permission Read { get; } = new("contacts.read", "See people and companies", organization: BuiltInRole.Compliance, team: Manager | Assistant | Viewer, own: LoanOfficer | SalesRep);

    /// <summary>Enter and change people and companies, write notes and log calls.</summary>
    public static Permission Edit { get; } = new("contacts.edit", "Change people and companies", team: Manager | Assistant, own: LoanOfficer | SalesRep);

    /// <summary>Join records of the same person or company, and part them again.</summary>
    public static Permission Merge { get; } = new("contacts.merge", "Merge duplicates", team: Manager, own: LoanOfficer | SalesRep);

    /// <summary>Bring people and companies in from a file, and take an import back.</summary>
    public static Permission Import { get; } = new("contacts.import", "Import people and companies", team: Manager, own: LoanOfficer | SalesRep);

    /// <summary>Take people and companies out as a file.</summary>
    public static Permission Export { get; } = new("contacts.export", "Export people and companies", organization: BuiltInRole.Compliance, team: Manager, own: LoanOfficer | SalesRep);

    /// <summary>Define fields of the organization's own, and tidy tags.</summary>
    public static Permission SetFields { get; } = new("contacts.fields", "Define fields and tags");

    /// <summary>Save views of people and companies that everybody sees.</summary>
    public static Permission ShareViews { get; } = new("contacts.share-views", "Share views of people and companies", team: Manager);

    /// <summary>Write down that a person on one's loans gave consent to be reached, or withdrew it.</summary>
    public static Permission RecordConsent { get; } = new("contacts.consents", "Record consents", team: Manager | Assistant, own: LoanOfficer);
}
