using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Locks;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Changes terms, property, dates, lock and people of a loan.</summary>
public sealed class EditLoan(CrmWork work, LoanGates gates, CurrentMember me)
{
    /// <param name="SeenVersion">The version the person was looking at; a newer one refuses.</param>
    public sealed record Input(
        Guid LoanId, uint SeenVersion, LoanTerms Terms, string? Address, string? City, string? State, string? Zip,
        DateOnly? ClosingOn, DateOnly? LockedOn, DateOnly? LockExpiresOn, Guid? OfficerId, Guid? ProcessorId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.edit", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit).Include(l => l.Pieces).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (loan.Version != input.SeenVersion) return Refusal.ChangedMeanwhile;
        foreach (var member in new[] { input.OfficerId, input.ProcessorId }.OfType<Guid>())
            if (!await unit.Db.Members.AnyAsync(m => m.Id == member, ct)) return Refusal.NotFound;

        var gate = await gates.OpenAsync(unit, [loan], ct);
        if (gate.Closing(loan, input.ClosingOn) is { } barred) return await gate.RefuseAsync(barred, ct);

        // Who sees no amounts cannot change what they do not see.
        var terms = me.SeesAmounts() ? input.Terms : input.Terms with
        {
            Amount = loan.Amount, PurchasePrice = loan.PurchasePrice, AppraisedValue = loan.AppraisedValue, SecondaryFinancing = loan.SecondaryFinancing,
        };
        if (await LockDesk.RefuseAsync(unit, me, loan, (input.LockedOn, input.LockExpiresOn), terms.NoteRate, ct) is { } kept) return kept;
        if (loan.SetTerms(terms) is { IsDone: false } wrongTerms) return wrongTerms.Refusal;
        if (input is { LockedOn: { } on, LockExpiresOn: { } expires })
        {
            if ((on, expires) != (loan.LockedOn, loan.LockExpiresOn) && loan.Lock(on, expires) is { IsDone: false } wrongLock) return wrongLock.Refusal;
        }
        else if (input.LockedOn is null != input.LockExpiresOn is null) return Refusal.Invalid(nameof(input.LockExpiresOn), "A lock has both a first and a last day.");
        else if (loan.LockExpiresOn is not null) loan.Float();

        loan.LocateProperty(Clean(input.Address), Clean(input.City), Clean(input.State)?.ToUpperInvariant(), Clean(input.Zip));
        loan.CloseOn(input.ClosingOn);
        loan.AssignTo(input.OfficerId);
        loan.ProcessBy(input.ProcessorId);
        loan.NotePiecesShown(by: me.Id, at: unit.At, me.DayOf);

        var summary = $"Changed {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
