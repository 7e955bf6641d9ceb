using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Letters.UseCases;

/// <summary>Takes a letter back. It stays listed with the reason.</summary>
public sealed class RevokeLetter(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LetterId, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.letters.revoke", LetterPermissions.Write, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, LetterPermissions.Write);
        var letter = await unit.Db.LoanLetters.SingleOrDefaultAsync(l => l.Id == input.LetterId && loans.Any(loan => loan.Id == l.LoanId), ct);
        if (letter is null) return Refusal.NotFound;
        if (letter.Revoke(me.Id, unit.At, input.Reason) is { IsDone: false } wrong) return wrong.Refusal;
        unit.Db.Activities.Add(new Activity(LoanTables.Loans, letter.LoanId, ActivityKind.System, $"revoked pre-approval letter {letter.Number}: {letter.RevokedReason}", me.Id, unit.At));

        var summary = $"Revoked letter {letter.Number}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
