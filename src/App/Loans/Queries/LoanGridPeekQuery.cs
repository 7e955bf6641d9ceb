using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>What the panel beside the grid shows of a loan.</summary>
public sealed class LoanGridPeekQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Lines of the timeline shown.</summary>
    public const int Lines = 4;

    public async Task<Outcome<LoanPeek>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.peek", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;

        // Two kinds of lines in one statement: moves, and what people wrote.
        var lines = await db.LoanStageVisits.Where(visit => visit.LoanId == loanId)
            .Select(visit => new { visit.Id, At = visit.EnteredAt, Kind = (string?)null, Who = (Guid?)visit.EnteredBy, Text = visit.Reason, Stage = (Guid?)visit.StageId, IsOpening = visit.FromStageId == null })
            .Concat(db.Activities.Where(activity => activity.EntityType == LoanTables.Loans && activity.EntityId == loanId)
                .Select(activity => new { activity.Id, activity.At, Kind = (string?)activity.Kind.ToString(), Who = activity.MemberId, Text = (string?)activity.Text, Stage = (Guid?)null, IsOpening = false }))
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(Lines).ToListAsync(ct);

        var amounts = me.SeesAmounts();
        return new LoanPeek(
            loan.Id, loan.Number, loan.BorrowerName, loan.StageId, loan.DaysInStage(unit.At), loan.OfficerId, loan.ProcessorId,
            amounts ? loan.Terms() : loan.Terms() with { Amount = null, PurchasePrice = null, AppraisedValue = null, SecondaryFinancing = null },
            amounts ? loan.Ltv : null,
            amounts && loan is { Amount: { } amount, NoteRate: { } rate, TermMonths: { } months } ? Payment.PrincipalAndInterest(amount, rate, months) : null,
            string.Join(", ", new[] { loan.PropertyAddress, loan.PropertyCity, $"{loan.PropertyState} {loan.PropertyZip}".Trim() }.Where(part => !string.IsNullOrEmpty(part))),
            loan.LockExpiresOn, loan.LockDaysLeft(me.DayOf(unit.At)), loan.ClosingOn, loan.Source, loan.EndedAt is not null,
            [.. lines.Select(line => new LoanPeekLine(line.Id, line.At, line.Kind is { } kind ? Enum.Parse<ActivityKind>(kind) : null, line.Who, line.Stage, line.IsOpening, line.Text))],
            amounts);
    }
}

/// <summary>A loan in short; amounts are null for who sees none.</summary>
public sealed record LoanPeek(
    Guid Id, string Number, string BorrowerName, Guid StageId, int DaysInStage, Guid? OfficerId, Guid? ProcessorId, LoanTerms Terms, decimal? Ltv, decimal? PrincipalAndInterest,
    string Property, DateOnly? LockExpiresOn, int? LockDaysLeft, DateOnly? ClosingOn, string? Source, bool HasEnded, IReadOnlyList<LoanPeekLine> Lines, bool SeesAmounts);

/// <summary>A line of the timeline: a move when <see cref="StageId"/> is set.</summary>
public sealed record LoanPeekLine(Guid Id, DateTimeOffset At, ActivityKind? Kind, Guid? Who, Guid? StageId, bool IsOpening, string? Text);
