using CrmStudio.App.Leads;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans;

/// <summary>Offers the inbox to turn a lead into a loan.</summary>
public sealed class LeadsBecomeLoans(OpenLoanFromLead open, CurrentMember me) : IConvertLeads
{
    public string Label => "Convert to a loan";

    public bool IsOffered => me.May(LoanPermissions.Open);

    public string HrefOf(Guid recordId) => LoanUrls.For(recordId);

    public async Task<Outcome<Changed>> ConvertAsync(Guid leadId, CancellationToken ct)
    {
        var opened = await open.RunAsync(new(leadId), ct);
        return opened.IsDone ? opened.Value.Changed : opened.Refusal;
    }
}
