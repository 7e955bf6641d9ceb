using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Queries;

/// <summary>The overrides that wait for a decision, oldest first, and those decided lately.</summary>
public sealed class OverrideListQuery(CrmWork work, RuleBooks rules, CurrentMember me)
{
    /// <summary>Overrides shown at most.</summary>
    public const int Limit = 200;

    public async Task<Outcome<IReadOnlyList<OverrideRow>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read-overrides", CompliancePermissions.DecideOverrides, ct);
        if (unit.Refused is { } refused) return refused;

        var book = await rules.ReadAsync(unit, ct);
        var db = unit.Db;
        var rows = await db.RuleOverrides.AsNoTracking().Where(asked => asked.EntityType == LoanTables.Loans)
            .Join(db.Loans.VisibleTo(me, LoanPermissions.Read), asked => asked.EntityId, loan => loan.Id, (asked, loan) => new { asked, loan.BorrowerName, loan.Number })
            .OrderBy(row => row.asked.State == OverrideState.Requested ? 0 : 1).ThenByDescending(row => row.asked.RequestedAt).Take(Limit)
            .Select(row => new
            {
                row.asked, row.BorrowerName, row.Number,
                Who = db.Members.Where(member => member.Id == row.asked.RequestedBy).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault(),
                Decider = db.Members.Where(member => member.Id == row.asked.DecidedBy).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault(),
            }).ToListAsync(ct);
        return rows.Select(row => new OverrideRow(
            row.asked.EntityId, row.BorrowerName, row.Number, book.Newest(row.asked.Rule).Title, book.Newest(row.asked.Rule).Citation, row.asked.ForDay, row.asked.Reason, row.Who ?? "CrmStudio",
            row.asked.RequestedAt, row.asked.State, row.Decider)).ToList();
    }
}

/// <summary>An override in the list.</summary>
public sealed record OverrideRow(
    Guid LoanId, string Borrower, string Number, string Title, string Citation, DateOnly? ForDay, string Reason, string RequestedBy, DateTimeOffset RequestedAt, OverrideState State, string? DecidedBy);
