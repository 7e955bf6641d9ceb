using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Reactions;

/// <summary>Tells officer and processor that a document they had is out of date.</summary>
public sealed class TellWhenDocumentExpired : IReaction<DocumentExpired>
{
    public async Task RunAsync(DocumentExpired happened, CrmUnit unit, CancellationToken ct)
    {
        var name = await unit.Db.DocumentRequests.Where(request => request.Id == happened.RequestId).Select(request => request.Name).SingleOrDefaultAsync(ct);
        if (name is not null) await PaperTold.OfficersAsync(unit, happened.LoanId, borrower => $"{name} of {borrower} has expired", Guid.Empty, ct, PaperUrls.ForDocument(happened.LoanId, happened.RequestId));
    }
}
