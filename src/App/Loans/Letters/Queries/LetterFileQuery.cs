using System.Security.Cryptography;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Letters.Queries;

/// <summary>The file of a letter, as it was made. Every download stands in the audit trail.</summary>
public sealed class LetterFileQuery(CrmWork work, CurrentMember me, IFileStore files)
{
    public sealed record Input(Guid LoanId, Guid LetterId);

    public async Task<Outcome<LetterFile>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.letters.open", LoanPermissions.SeeAmounts, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.SeeAmounts);
        var letter = await unit.Db.LoanLetters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == input.LetterId && l.LoanId == input.LoanId && loans.Any(loan => loan.Id == l.LoanId), ct);
        if (letter is null) return Refusal.NotFound;
        if (await ContentAsync(letter, ct) is not { } content) return LetterRefusals.FileMissing;

        unit.Read("loan_letters", letter.Id, $$"""{"number":"{{letter.Number}}"}""");
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new LetterFile($"{letter.Number}.pdf", content) : saved.Refusal;
    }

    // The bytes must be those that were made, or they prove nothing.
    private async Task<byte[]?> ContentAsync(LoanLetter letter, CancellationToken ct)
    {
        await using var stored = await files.OpenAsync(new FileKey(me.OrgId, letter.FileId), ct);
        if (stored is null) return null;
        var bytes = new MemoryStream(letter.Size);
        await stored.CopyToAsync(bytes, ct);
        var content = bytes.ToArray();
        return Convert.ToHexStringLower(SHA256.HashData(content)) == letter.Sha256 ? content : null;
    }
}

/// <summary>The file of a letter.</summary>
public sealed record LetterFile(string Name, byte[] Content);
