using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Files;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>
/// Announces a file for a document, or finds the upload of the same file that broke off. All limits are asked here, before a byte
/// travels, and the size again while it does.
/// </summary>
public sealed class BeginUpload(CrmWork work, CurrentMember me, UploadStage stage, PaperLimits limits, FileLimits files)
{
    /// <param name="LoanId">The loan; a borrower's link names it, not the sender.</param>
    /// <param name="LinkId">The borrower's link; null for a member.</param>
    /// <param name="Stamp">When the sender's device says the file was last changed.</param>
    public sealed record Input(Guid LoanId, Guid? LinkId, Guid RequestId, string FileName, long Size, string? Stamp);

    public async Task<Outcome<UploadProgress>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.Size <= 0) return FileRefusals.Empty;
        if (input.Size > files.MaxBytes) return FileRefusals.TooLarge(files.MaxBytes);

        await using var unit = await work.BeginAsync("loans.papers.begin-upload", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Request).SingleOrDefaultAsync(one => one.Id == input.LoanId, ct);
        var request = await db.DocumentRequests.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.RequestId && one.LoanId == input.LoanId && (input.LinkId == null || one.FromBorrower), ct);
        if (loan is null || request is null) return Refusal.NotFound;
        if (!loan.IsOpen) return PaperRefusals.LoanHasEnded;
        if (request.IsSettled) return PaperRefusals.IsSettled;

        var upload = new LoanUpload(request, input.FileName, input.Size, input.Stamp, input.LinkId, me.Id, unit.At);
        var under = await db.LoanUploads.AsNoTracking().Where(one => one.LoanId == input.LoanId).ToListAsync(ct);
        if (under.FirstOrDefault(one => IsSame(one, upload) && !one.IsGivenUp(unit.At)) is { } brokenOff)
            return new UploadProgress(brokenOff.Id, stage.OffsetOf(brokenOff.Id));

        if (under.Count >= limits.UploadsPerLoan) return PaperRefusals.TooManyUploads(limits.UploadsPerLoan);
        if (await db.LoanDocuments.CountAsync(one => one.RequestId == request.Id, ct) >= limits.FilesPerRequest) return PaperRefusals.TooManyFiles(limits.FilesPerRequest);
        if (await db.LoanDocuments.CountAsync(one => one.LoanId == input.LoanId, ct) >= limits.FilesPerLoan) return PaperRefusals.TooManyFilesOnLoan(limits.FilesPerLoan);
        var used = await db.LoanDocuments.SumAsync(one => one.Size, ct) + await db.LoanUploads.SumAsync(one => one.Size, ct);
        if (used + input.Size > limits.BytesPerOrganization) return PaperRefusals.QuotaReached(limits.BytesPerOrganization);

        db.LoanUploads.Add(upload);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new UploadProgress(upload.Id, 0) : saved.Refusal;
    }

    private static bool IsSame(LoanUpload known, LoanUpload now) =>
        (known.RequestId, known.LinkId, known.SentBy, known.FileName, known.Size, known.Stamp) == (now.RequestId, now.LinkId, now.SentBy, now.FileName, now.Size, now.Stamp);
}

/// <summary>How far an upload has come.</summary>
/// <param name="Id">The upload.</param>
/// <param name="Offset">Bytes that have arrived: where the next piece begins.</param>
/// <param name="IsKept">Whether it is whole and kept.</param>
/// <param name="IsOff">Whether the piece was not taken, because it does not begin where the upload has come to.</param>
public sealed record UploadProgress(Guid Id, long Offset, bool IsKept = false, bool IsOff = false);
