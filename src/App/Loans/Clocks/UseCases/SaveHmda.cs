using CrmStudio.App.Compliance;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Changes what the loan/application register asks of a loan; makes its ULI where it has none and the lender's LEI is known.</summary>
public sealed class SaveHmda(CrmWork work, CurrentMember me)
{
    /// <param name="SeenVersion">The version of the record the person was looking at, 0 where there was none; a newer one refuses.</param>
    public sealed record Input(Guid LoanId, uint SeenVersion, HmdaTerms Terms);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.save-hmda", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Edit).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        var record = await unit.Db.HmdaRecords.SingleOrDefaultAsync(r => r.LoanId == loan.Id, ct);
        if ((record?.Version ?? 0) != input.SeenVersion) return Refusal.ChangedMeanwhile;
        if (record is null) unit.Db.HmdaRecords.Add(record = new HmdaRecord(loan.Id));
        var uli = input.Terms.Uli ?? ((await LenderRules.ProfileAsync(unit, ct)).Lei is { } lei ? CheckDigits.UliFor(lei, loan.Number) : null);
        var score = input.Terms.CreditScore ?? (loan.OfficerId == me.Id && me.May(CreditPermissions.Scores) ? null : record.CreditScore);   // who is not shown the score does not empty it
        if (record.Set(input.Terms with { Uli = uli, CreditScore = score }) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Changed the HMDA record of {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
