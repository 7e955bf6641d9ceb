using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo.Queries;

/// <summary>What a loan would lose as a MISMO file, and the files it came from.</summary>
public sealed class LoanMismoQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LoanMismo>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.mismo.read", LoanPermissions.Export, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;
        if (await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Export).SingleOrDefaultAsync(l => l.Id == loanId, ct) is not { } loan) return Refusal.NotFound;

        var losses = new MismoLosses();
        using var nowhere = new MemoryStream();
        await MismoExportQuery.WriteAsync(unit, me, loan, nowhere, losses, ct);
        await StaysAsync(unit, loan, losses, ct);
        var files = await unit.Db.MismoFiles.AsNoTracking().Where(file => file.LoanId == loanId).OrderByDescending(file => file.SavedAt)
            .Select(file => new { File = file, By = unit.Db.Members.Where(member => member.Id == file.ReceivedBy).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault() }).ToListAsync(ct);
        return new LoanMismo(nowhere.Length, losses.Report, [.. files.Select(one => new LoanMismoFile(
            one.File.Id, one.File.FileName, one.File.Size, one.File.Sha256, one.File.SavedAt!.Value, one.By ?? "a former member", JsonSerializer.Deserialize<List<MismoLoss>>(one.File.Report!)!))]);
    }

    /// <summary>What belongs to the loan and to no application.</summary>
    private static async Task StaysAsync(CrmUnit unit, Loan loan, MismoLosses losses, CancellationToken ct)
    {
        const string none = "an application has no place for it";
        var db = unit.Db;
        if (loan.LockExpiresOn is { } expires) losses.Add(MismoLossKind.NotTaken, "Rate lock", $"until {expires:yyyy-MM-dd}", none);
        if (loan.Source is { } source) losses.Add(MismoLossKind.NotTaken, "Source", source, none);
        if (loan.ProcessorId is not null) losses.Add(MismoLossKind.NotTaken, "Processor", null, none);
        losses.Add(MismoLossKind.NotTaken, "Stage and the days of the stages", null, none);
        Some("Disclosures", await db.Disclosures.CountAsync(disclosure => disclosure.LoanId == loan.Id, ct));
        Some("Fees", await db.Fees.CountAsync(fee => fee.LoanId == loan.Id, ct));
        Some("Documents asked for", await db.DocumentRequests.CountAsync(request => request.LoanId == loan.Id, ct));
        Some("Conditions", await db.LoanConditions.CountAsync(condition => condition.LoanId == loan.Id, ct));
        Some("Credit pulls", await db.CreditPulls.CountAsync(pull => pull.LoanId == loan.Id, ct));
        Some("Letters", await db.LoanLetters.CountAsync(letter => letter.LoanId == loan.Id, ct));

        void Some(string what, int count)
        {
            if (count > 0) losses.Add(MismoLossKind.NotTaken, what, null, none, count: count);
        }
    }
}

/// <summary>The MISMO side of a loan.</summary>
/// <param name="Bytes">Size of the file it would be.</param>
/// <param name="Losses">What that file cannot say.</param>
/// <param name="Files">Files that were written to it, the latest first.</param>
public sealed record LoanMismo(long Bytes, IReadOnlyList<MismoLoss> Losses, IReadOnlyList<LoanMismoFile> Files);

/// <summary>A file a loan came from.</summary>
public sealed record LoanMismoFile(Guid Id, string FileName, long Size, string Sha256, DateTimeOffset At, string By, IReadOnlyList<MismoLoss> Losses);
