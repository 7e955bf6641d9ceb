using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Queries;

/// <summary>What a borrower sees behind their link: their list, what they sent, and whom to call. Nothing else of the loan.</summary>
public sealed class BorrowerListQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<BorrowerList>> ReadAsync(BorrowerVisit visit, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.borrower-list", PaperPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var requests = await db.DocumentRequests.AsNoTracking().Where(request => request.LoanId == visit.LoanId && request.FromBorrower).OrderBy(request => request.Position).ToListAsync(ct);
        var files = await db.LoanDocuments.AsNoTracking().Where(file => file.LoanId == visit.LoanId && file.LinkId != null).OrderBy(file => file.SentAt).ThenBy(file => file.Id)
            .Select(file => new { file.RequestId, file.Edition, file.FileName, file.Size }).ToListAsync(ct);
        var officer = await db.Loans.AsNoTracking().Where(loan => loan.Id == visit.LoanId)
            .Join(db.Members, loan => loan.OfficerId, member => member.Id, (loan, member) => new BorrowerContact(member.FirstName + " " + member.LastName, member.Email, member.Phone, member.NmlsId)).SingleOrDefaultAsync(ct);
        var lender = await db.Organizations.AsNoTracking().Where(organization => organization.Id == me.OrgId).Select(organization => organization.Name).SingleAsync(ct);

        return new BorrowerList(lender, officer, me.DayOf(unit.At), [.. requests.Select(request => new BorrowerLine(
            request.Id, request.Name, request.Instructions, request.IsRequired, request.DueOn, request.Status, PaperWords.Why(request.Rejection, request.Status == DocumentStatus.Rejected ? request.Reason : null),
            [.. files.Where(file => file.RequestId == request.Id && file.Edition == request.Edition).Select(file => new BorrowerFile(file.FileName, file.Size))]))]);
    }
}

/// <summary>The borrower's page.</summary>
public sealed record BorrowerList(string Lender, BorrowerContact? Officer, DateOnly Today, IReadOnlyList<BorrowerLine> Lines)
{
    /// <summary>Those for which a file can be sent.</summary>
    public IReadOnlyList<BorrowerLine> Waiting => [.. Lines.Where(line => line.IsAwaited)];
}

/// <summary>Whom the borrower calls.</summary>
public sealed record BorrowerContact(string Name, string Email, string? Phone, string? NmlsId);

/// <summary>A document on the borrower's page.</summary>
public sealed record BorrowerLine(Guid Id, string Name, string? Instructions, bool IsRequired, DateOnly? DueOn, DocumentStatus Status, string? Why, IReadOnlyList<BorrowerFile> Files)
{
    public bool IsAwaited => Status is DocumentStatus.Requested or DocumentStatus.Rejected or DocumentStatus.Expired;

    public bool IsUnderReview => Status is DocumentStatus.Uploaded or DocumentStatus.InReview;
}

/// <summary>A file the borrower sent.</summary>
public sealed record BorrowerFile(string Name, long Size);
