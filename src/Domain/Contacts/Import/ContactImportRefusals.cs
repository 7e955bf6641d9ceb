using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts.Import;

/// <summary>Why a row does not come in.</summary>
public static class ContactImportRefusals
{
    /// <summary>The person is somebody else's.</summary>
    public static Refusal SomebodyElses { get; } = new("contact-import.somebody-elses", "somebody else looks after this person, so you cannot change them.");

    /// <summary>The company is somebody else's.</summary>
    public static Refusal CompanyElsewhere { get; } = new("contact-import.company-elsewhere", "somebody else looks after this company, so you cannot change it.");

    /// <summary>One gives people to whom one may.</summary>
    public static Refusal NotYours { get; } = new("contact-import.not-yours", "you may give records only to yourself or your team.");
}
