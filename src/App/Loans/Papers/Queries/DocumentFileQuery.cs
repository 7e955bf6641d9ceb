using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Queries;

/// <summary>Opens a file of a loan. Each opening stands in the audit trail before the first byte leaves.</summary>
public sealed class DocumentFileQuery(CrmWork work, CurrentMember me, IFileStore store)
{
    /// <param name="loanId">The loan the address names; the file must be its.</param>
    /// <param name="documentId">The file.</param>
    /// <param name="isShown">Whether it is to be shown in the app: only what a browser may show.</param>
    /// <param name="ct">Cancels the opening.</param>
    public async Task<Outcome<OpenedFile>> ReadAsync(Guid loanId, Guid documentId, bool isShown, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync(isShown ? "loans.papers.show-file" : "loans.papers.download-file", PaperPermissions.OpenFiles, ct);
        if (unit.Refused is { } refused) return refused;
        var document = await unit.Db.LoanDocuments.AsNoTracking().SingleOrDefaultAsync(one => one.Id == documentId && one.LoanId == loanId, ct);
        if (document is null || (isShown && !document.CanBeShown)) return Refusal.NotFound;
        if (!await unit.Db.Loans.VisibleTo(me, PaperPermissions.OpenFiles).AnyAsync(loan => loan.Id == loanId, ct)) return Refusal.NotFound;

        unit.Read(PaperTables.Documents, document.Id, $$"""{"loan":"{{loanId}}","sha256":"{{document.Sha256}}"}""");
        var saved = await unit.SaveAsync(ct);
        if (!saved.IsDone) return saved.Refusal;
        return await store.OpenAsync(new FileKey(me.OrgId, document.FileId), ct) is { } content ? new OpenedFile(content, document.FileName, document.Kind) : Refusal.NotFound;
    }
}

/// <summary>A file on its way out; whoever gets it closes the content.</summary>
public sealed record OpenedFile(Stream Content, string Name, FileKind Kind);
