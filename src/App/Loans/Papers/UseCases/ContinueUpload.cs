using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Files;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>
/// Takes the next piece of an upload. With the last one the file is looked into, cleaned, kept in the store, and entered on the
/// loan; nothing of a file that is refused stays. No transaction is open while bytes travel.
/// </summary>
public sealed class ContinueUpload(CrmWork work, CurrentMember me, UploadStage stage, IFileStore store, FileLimits files)
{
    private const int Tries = 4;

    /// <param name="LinkId">The borrower's link; null for a member.</param>
    /// <param name="At">Where the piece begins.</param>
    public sealed record Input(Guid LoanId, Guid? LinkId, Guid UploadId, long At, Stream Piece);

    /// <returns>How far it has come. A piece that does not begin there is not taken: the answer says where to go on.</returns>
    public async Task<Outcome<UploadProgress>> RunAsync(Input input, CancellationToken ct)
    {
        var found = await FindAsync(input, ct);
        if (!found.IsDone) return found.Refusal;
        var upload = found.Value;

        // A piece may have arrived whole while its answer got lost: then there is nothing to add, only to finish.
        var offset = input.At == upload.Size && stage.OffsetOf(upload.Id) == upload.Size ? upload.Size : await stage.AppendAsync(upload.Id, input.At, upload.Size, input.Piece, ct);
        if (offset is not { } reached) return new UploadProgress(upload.Id, stage.OffsetOf(upload.Id), IsOff: true);
        return reached < upload.Size ? new UploadProgress(upload.Id, reached) : await FinishAsync(upload, ct);
    }

    private async Task<Outcome<LoanUpload>> FindAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.continue-upload", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var upload = await unit.Db.LoanUploads.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.UploadId && one.LoanId == input.LoanId && one.LinkId == input.LinkId && one.SentBy == me.Id, ct);
        return upload is null || upload.IsGivenUp(unit.At) ? PaperRefusals.UploadUnknown : upload;
    }

    private async Task<Outcome<UploadProgress>> FinishAsync(LoanUpload upload, CancellationToken ct)
    {
        var key = new FileKey(me.OrgId, upload.Id);
        await using var whole = stage.OpenWhole(upload.Id);
        if (whole is null) return new UploadProgress(upload.Id, stage.OffsetOf(upload.Id), IsOff: true);   // somebody else finishes it this moment
        await using var clean = stage.Scratch();
        var received = FileIntake.Receive(whole, clean, files);
        if (!received.IsDone) return await GiveUpAsync(upload, received.Refusal, ct);

        clean.Position = 0;
        await store.PutAsync(key, clean, ct);
        var entered = await EnterAsync(upload, received.Value, ct);
        for (var tried = 1; tried < Tries && entered.Refusal == Refusal.ChangedMeanwhile; tried++) entered = await EnterAsync(upload, received.Value, ct);   // another file of the same document
        if (!entered.IsDone)
        {
            await store.DeleteAsync(key, CancellationToken.None);
            return await GiveUpAsync(upload, entered.Refusal, ct);
        }
        stage.Delete(upload.Id);
        return new UploadProgress(upload.Id, upload.Size, IsKept: true);
    }

    private async Task<Outcome> EnterAsync(LoanUpload upload, ReceivedFile file, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.upload", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var under = await db.LoanUploads.SingleOrDefaultAsync(one => one.Id == upload.Id, ct);
        var request = await db.DocumentRequests.SingleOrDefaultAsync(one => one.Id == upload.RequestId, ct);
        if (under is null || request is null) return PaperRefusals.UploadUnknown;
        if (await db.LoanDocuments.Where(one => one.RequestId == request.Id && one.Sha256 == file.Sha256).Select(one => one.FileName).FirstOrDefaultAsync(ct) is { } same) return PaperRefusals.SameFile(same);

        var taken = request.Receive(me.Id, unit.At);
        if (!taken.IsDone) return taken;
        db.LoanDocuments.Add(new LoanDocument(request, upload.Id, upload.FileName, file.Kind, file.Size, file.Sha256, file.CanBeShown, file.Removed, upload.LinkId, me.Id, unit.At));
        db.LoanUploads.Remove(under);
        if (upload.LinkId is { } linkId) (await db.BorrowerLinks.SingleAsync(link => link.Id == linkId, ct)).Use(unit.At);
        return await unit.SaveAsync(ct);
    }

    private async Task<Outcome<UploadProgress>> GiveUpAsync(LoanUpload upload, Refusal because, CancellationToken ct)
    {
        stage.Delete(upload.Id);
        await using var unit = await work.BeginAsync("loans.papers.give-up-upload", PaperPermissions.Request, ct);
        if (unit.Refused is not null) return because;
        unit.Db.LoanUploads.RemoveRange(await unit.Db.LoanUploads.Where(one => one.Id == upload.Id).ToListAsync(ct));
        await unit.SaveAsync(ct);
        return because;
    }
}
