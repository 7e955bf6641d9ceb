using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Notes that pieces of an application were received. The sixth starts the clocks.</summary>
public sealed class ReceivePieces(CrmWork work, CurrentMember me)
{
    /// <param name="ReceivedAt">When they first came; now when it is null.</param>
    public sealed record Input(Guid LoanId, IReadOnlyList<ApplicationPiece> Pieces, DateTimeOffset? ReceivedAt);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.receive-pieces", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit).Include(l => l.Pieces).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (input.Pieces.Count == 0) return Refusal.Invalid(nameof(input.Pieces), "Choose what was received.");
        foreach (var piece in input.Pieces)
            if (loan.Receive(piece, (input.ReceivedAt ?? unit.At).ToUniversalTime(), by: me.Id, at: unit.At, me.DayOf) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = loan.ApplicationCompleteOn is { } on ? $"The application of {loan.BorrowerName} is in: the clocks run from {LoanWords.Day(on, me.DayOf(unit.At))}"
            : $"Received {input.Pieces.Count switch { 1 => "a piece", var pieces => $"{pieces} pieces" }} of the application of {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Domain.Loans.Clocks.ClockRefusals.PieceReceived);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
