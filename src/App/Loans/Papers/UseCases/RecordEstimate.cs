using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Notes the day the Loan Estimate went out. From then on documents that verify the application can be required.</summary>
public sealed class RecordEstimate(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId, DateOnly SentOn);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.record-estimate", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit).SingleOrDefaultAsync(one => one.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (input.SentOn > me.DayOf(unit.At)) return Refusal.Invalid(nameof(input.SentOn), "The day lies ahead. Record the Loan Estimate once it went out.");
        loan.SendEstimate(input.SentOn);

        var summary = $"Recorded the Loan Estimate of {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
