using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Reactions;

/// <summary>Tells officer and processor that a file came, and writes what the borrower sent on the timeline.</summary>
public sealed class TellWhenDocumentUploaded : IReaction<DocumentUploaded>
{
    public async Task RunAsync(DocumentUploaded happened, CrmUnit unit, CancellationToken ct)
    {
        var name = await unit.Db.DocumentRequests.Where(request => request.Id == happened.RequestId).Select(request => request.Name).SingleOrDefaultAsync(ct);
        if (name is null) return;
        if (happened.By == Guid.Empty) unit.Db.Activities.Add(new Activity(LoanTables.Loans, happened.LoanId, ActivityKind.System, $"The borrower sent {name}", null, happened.At));
        await PaperTold.OfficersAsync(unit, happened.LoanId, borrower => $"{name} of {borrower} came and waits for a review", happened.By, ct, PaperUrls.ForDocument(happened.LoanId, happened.RequestId));
    }
}
