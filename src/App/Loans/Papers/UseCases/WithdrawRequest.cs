using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Takes a document off the list for which nothing has come.</summary>
public sealed class WithdrawRequest(PaperDesk desk)
{
    public sealed record Input(Guid RequestId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var paper = await desk.OpenAsync("loans.papers.withdraw-request", PaperPermissions.Request, input.RequestId, ct);
        if (paper.Refused is { } refused) return refused;

        var db = paper.Unit.Db;
        if (await db.LoanDocuments.AnyAsync(document => document.RequestId == paper.Request.Id, ct)) return PaperRefusals.HasFiles;
        // Uploads that were begun and links to conditions go with it, named one by one so that Undo puts the links back.
        db.LoanConditionDocuments.RemoveRange(await db.LoanConditionDocuments.Where(link => link.RequestId == paper.Request.Id).ToListAsync(ct));
        db.LoanUploads.RemoveRange(await db.LoanUploads.Where(upload => upload.RequestId == paper.Request.Id).ToListAsync(ct));
        db.DocumentRequests.Remove(paper.Request);
        return await paper.SaveAsync($"Took {paper.Request.Name} off the list of {paper.Loan.BorrowerName}", ct);
    }
}
