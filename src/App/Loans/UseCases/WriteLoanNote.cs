using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Writes a note on a loan's timeline, or logs a call.</summary>
public sealed class WriteLoanNote(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId, ActivityKind Kind, string Text);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        var text = input.Text.Trim();
        if (text.Length == 0) return Refusal.Invalid(nameof(input.Text), "Write something first.");
        if (text.Length > Activity.TextMaxLength) return Refusal.Invalid(nameof(input.Text), $"A note has at most {Activity.TextMaxLength:N0} characters.");
        if (input.Kind is ActivityKind.System) return Refusal.Invalid(nameof(input.Kind), "Only the system writes system lines.");

        await using var unit = await work.BeginAsync("loans.note", LoanPermissions.Note, ct);
        if (unit.Refused is { } refused) return refused;
        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Note).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;

        unit.Db.Activities.Add(new Activity(LoanTables.Loans, loan.Id, input.Kind, text, me.Id, unit.At));
        var summary = input.Kind == ActivityKind.Call ? $"Logged a call on {loan.BorrowerName}" : $"Wrote a note on {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
