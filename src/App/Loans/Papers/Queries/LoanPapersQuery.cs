using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Queries;

/// <summary>The needs list of a loan, with its files, links and mails.</summary>
public sealed class LoanPapersQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Newest mails shown.</summary>
    public const int NoticesShown = 20;

    public async Task<Outcome<LoanPapers>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.read", PaperPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Read).SingleOrDefaultAsync(one => one.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;

        var requests = await db.DocumentRequests.AsNoTracking().Where(request => request.LoanId == loanId).OrderBy(request => request.Position).ToListAsync(ct);
        var files = await db.LoanDocuments.AsNoTracking().Where(document => document.LoanId == loanId).OrderByDescending(document => document.SentAt).ThenByDescending(document => document.Id).ToListAsync(ct);
        var conditions = await db.LoanConditionDocuments.AsNoTracking()
            .Join(db.LoanConditions.Where(condition => condition.LoanId == loanId), link => link.ConditionId, condition => condition.Id, (link, condition) => new { link.RequestId, condition.Number, condition.Text })
            .OrderBy(condition => condition.Number).ToListAsync(ct);
        var links = await db.BorrowerLinks.AsNoTracking().Where(link => link.LoanId == loanId && link.RevokedAt == null && link.ExpiresAt > unit.At).OrderByDescending(link => link.MadeAt).ToListAsync(ct);
        var notices = await db.BorrowerNotices.AsNoTracking().Where(notice => notice.LoanId == loanId && notice.Status != NoticeStatus.Dropped).OrderByDescending(notice => notice.DueAt).Take(NoticesShown).ToListAsync(ct);
        var usual = await db.NeedTemplates.AsNoTracking().OrderBy(template => template.Position).ToListAsync(ct);
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);

        var today = me.DayOf(unit.At);
        string Who(Guid id) => id == Guid.Empty ? "the borrower" : names.GetValueOrDefault(id, "somebody");
        return new LoanPapers(
            loan.Id, today, loan.EstimateSentOn, loan.IsOpen, await BorrowerAddress.OfAsync(unit, loanId, ct),
            [.. requests.Select(request => new PaperLine(
                request.Id, request.Version, request.Name, request.Instructions, request.Verifies, request.IsRequired, request.FromBorrower, request.DueOn, request.GoodForDays,
                request.Status, request.StatusSince, Who(request.StatusBy), request.Rejection, request.Reason, request.ExpiresOn, request.Edition, request.ToldAt, request.ToldTimes, request.IsOverdue(today),
                [.. files.Where(file => file.RequestId == request.Id).Select(file => new FileLine(file.Id, file.Edition, file.FileName, file.Kind, file.Size, file.CanBeShown, file.Removed, Who(file.SentBy), file.SentAt))],
                [.. conditions.Where(condition => condition.RequestId == request.Id).Select(condition => new LinkedLine(condition.Number, condition.Text))]))],
            [.. links.Select(link => new LinkLine(link.Id, link.SentTo, link.MadeBy == Guid.Empty ? "CrmStudio" : Who(link.MadeBy), link.MadeAt, link.ExpiresAt, link.UsedAt))],
            [.. notices.Select(notice => new NoticeLine(notice.Id, notice.Status, notice.DueAt, notice.SentAt, notice.SentTo, notice.Subject, notice.Text, notice.Documents, notice.IsReminder, notice.Problem))],
            requests.Count(request => request.HasNews),
            [.. usual.Select(template => new UsualLine(
                template.Id, template.NeedOn(today, loan.EstimateSentOn is not null), template.Fits(loan.MortgageType, loan.Purpose, loan.Occupancy), requests.Any(request => request.Name == template.Name)))],
            me.May(PaperPermissions.Request), me.May(PaperPermissions.Review), me.May(PaperPermissions.OpenFiles), me.May(LoanPermissions.Edit));
    }
}

/// <summary>The needs list as one member may see it.</summary>
/// <param name="News">Documents of which the borrower has something to learn that no mail has said.</param>
public sealed record LoanPapers(
    Guid LoanId, DateOnly Today, DateOnly? EstimateSentOn, bool IsOpen, string? BorrowerEmail, IReadOnlyList<PaperLine> Lines, IReadOnlyList<LinkLine> Links, IReadOnlyList<NoticeLine> Notices, int News,
    IReadOnlyList<UsualLine> Usual, bool MayRequest, bool MayReview, bool MayOpenFiles, bool MayRecordEstimate)
{
    /// <summary>Documents that count: those that are needed.</summary>
    public int Needed => Lines.Count(line => line.Status != DocumentStatus.NotApplicable);

    /// <summary>Those that are good.</summary>
    public int Accepted => Lines.Count(line => line.Status == DocumentStatus.Accepted);

    /// <summary>The mail that gathers what changes now.</summary>
    public NoticeLine? Planned => Notices.FirstOrDefault(notice => notice.Status == NoticeStatus.Planned);
}

/// <summary>A document on the list.</summary>
public sealed record PaperLine(
    Guid Id, uint Version, string Name, string? Instructions, bool Verifies, bool IsRequired, bool FromBorrower, DateOnly? DueOn, int? GoodForDays,
    DocumentStatus Status, DateTimeOffset StatusSince, string StatusBy, RejectionCode? Rejection, string? Reason, DateOnly? ExpiresOn, int Edition, DateTimeOffset? ToldAt, int ToldTimes, bool IsOverdue,
    IReadOnlyList<FileLine> Files, IReadOnlyList<LinkedLine> Conditions)
{
    public bool IsToReview => Status is DocumentStatus.Uploaded or DocumentStatus.InReview;

    public bool IsAwaited => Status is DocumentStatus.Requested or DocumentStatus.Rejected or DocumentStatus.Expired;
}

/// <summary>A file of a document.</summary>
public sealed record FileLine(Guid Id, int Edition, string Name, FileKind Kind, long Size, bool CanBeShown, IReadOnlyList<string> Removed, string SentBy, DateTimeOffset SentAt);

/// <summary>A condition a document helps to meet.</summary>
public sealed record LinkedLine(int Number, string Text);

/// <summary>A borrower's link that works.</summary>
public sealed record LinkLine(Guid Id, string? SentTo, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt);

/// <summary>A mail to the borrower.</summary>
public sealed record NoticeLine(Guid Id, NoticeStatus Status, DateTimeOffset DueAt, DateTimeOffset? SentAt, string? SentTo, string? Subject, string? Text, int Documents, bool IsReminder, string? Problem);

/// <summary>A document that is usually asked for, as it would be on this loan.</summary>
public sealed record UsualLine(Guid Id, DocumentNeed Need, bool Fits, bool IsThere);
