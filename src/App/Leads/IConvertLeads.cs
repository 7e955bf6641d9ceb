using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Leads;

/// <summary>How a later room turns a lead into a record of its own: a loan, a deal.</summary>
public interface IConvertLeads
{
    /// <summary>On the button: "Convert to a loan".</summary>
    string Label { get; }

    /// <summary>Whether this member may.</summary>
    bool IsOffered { get; }

    /// <summary>The page of what a lead became.</summary>
    string HrefOf(Guid recordId);

    /// <summary>Turns a lead into it.</summary>
    Task<Outcome<Changed>> ConvertAsync(Guid leadId, CancellationToken ct);
}
