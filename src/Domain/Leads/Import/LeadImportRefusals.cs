using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Import;

/// <summary>Why a row does not come in.</summary>
public static class LeadImportRefusals
{
    /// <summary>The open lead of the person is somebody else's.</summary>
    public static Refusal SomebodyElses { get; } = new("lead-import.somebody-elses", "this person has an open lead of somebody else, so you cannot change it.");

    /// <summary>One gives leads to whom one may.</summary>
    public static Refusal NotYours { get; } = new("lead-import.not-yours", "you may give leads only to yourself or your team.");
}
