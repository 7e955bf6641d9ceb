using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Queries;

/// <summary>The clocks of one loan: the application, what is due, what stands in the way, and what may be planned.</summary>
public sealed class LoanClockQuery(CrmWork work, LoanClocks clocks, RuleBooks rules, CurrentMember me)
{
    public async Task<Outcome<LoanClockView>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read-clock", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).Include(l => l.Pieces).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;

        var clock = await clocks.ReadAsync(unit, loan, ct);
        var book = await rules.ReadAsync(unit, ct);
        var stages = await db.PipelineStages.AsNoTracking().Where(stage => stage.PipelineId == loan.PipelineId).OrderBy(stage => stage.Position).ToListAsync(ct);
        var next = stages.SkipWhile(stage => stage.Id != loan.StageId).Skip(1).FirstOrDefault();
        var notices = await db.LoanNotices.AsNoTracking().Where(notice => notice.LoanId == loanId).OrderByDescending(notice => notice.HappenedOn).ThenByDescending(notice => notice.Id).ToListAsync(ct);
        var tasks = await db.DueTasks.AsNoTracking().Of(LoanTables.Loans, loanId).StillOpen().OrderBy(task => task.DueOn).ThenBy(task => task.Id)
            .Select(task => new DueTaskLine(task.Id, task.Title, task.DueOn)).ToListAsync(ct);
        var overrides = await db.RuleOverrides.AsNoTracking().Where(asked => asked.EntityType == LoanTables.Loans && asked.EntityId == loanId).OrderByDescending(asked => asked.RequestedAt).ToListAsync(ct);
        var who = overrides.SelectMany(asked => new[] { asked.RequestedBy, asked.DecidedBy ?? Guid.Empty }).Concat(notices.Select(notice => notice.RecordedBy)).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(member => who.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);

        return new LoanClockView(
            clock, me.DayOf(unit.At), loan.ApplicationCompleteOn, loan.ClosingOn, loan.EndedAt is null,
            [.. Enum.GetValues<ApplicationPiece>().Select(piece => new PieceLine(piece, loan.Pieces.SingleOrDefault(known => known.Piece == piece)?.ReceivedAt))],
            clock.Lines(),
            next is not null && loan.EndedAt is null ? new NextStage(next.Name, clock.BreaksOfEntering(next.Milestone)) : null,
            [.. notices.Select(notice => new NoticeLine(notice.Id, notice.Kind, notice.HappenedOn, notice.Note, names.GetValueOrDefault(notice.RecordedBy, "CrmStudio")))],
            tasks,
            [.. overrides.Select(asked => new OverrideLine(
                asked.Id, asked.Rule, book.Newest(asked.Rule).Title, book.Newest(asked.Rule).Citation, asked.ForDay, asked.Reason, names.GetValueOrDefault(asked.RequestedBy, "CrmStudio"), asked.RequestedAt,
                asked.State, asked.DecidedBy is { } decider ? names.GetValueOrDefault(decider) : null, asked.DecidedAt, asked.DecisionNote,
                asked.State == OverrideState.Requested && asked.RequestedBy != me.Id && me.May(CompliancePermissions.DecideOverrides)))],
            me.May(LoanPermissions.Edit) && loan.EndedAt is null, me.May(LoanPermissions.Advance), me.May(LoanPermissions.Note)) { MayTell = me.May(LoanPermissions.Edit) };
    }
}

/// <summary>The clocks of a loan as one member may see them.</summary>
/// <param name="Clock">What answers for any day that is tried.</param>
/// <param name="MayEdit">May record and plan.</param>
/// <param name="MayAsk">May ask for an override.</param>
/// <param name="MayFinish">May finish tasks.</param>
public sealed record LoanClockView(
    LoanClock Clock, DateOnly Today, DateOnly? ApplicationOn, DateOnly? ClosingOn, bool IsOpen, IReadOnlyList<PieceLine> Pieces, IReadOnlyList<ClockLine> Lines, NextStage? Next,
    IReadOnlyList<NoticeLine> Notices, IReadOnlyList<DueTaskLine> Tasks, IReadOnlyList<OverrideLine> Overrides, bool MayEdit, bool MayAsk, bool MayFinish)
{
    /// <summary>May record what was said and told: also of a loan that has ended, whose notices go out afterwards.</summary>
    public bool MayTell { get; init; }

    /// <summary>Whether an override of a rule waits for its decision.</summary>
    public bool IsAsked(string rule) => Overrides.Any(asked => asked.Rule == rule && asked.State == OverrideState.Requested);

    /// <summary>Whether a rule was set aside for a day.</summary>
    public bool IsSetAside(GateBreak broken) =>
        Overrides.Any(asked => asked.State == OverrideState.Approved && asked.Rule == broken.Rule.Code && (asked.ForDay is null || broken.ForDay >= asked.ForDay));
}

/// <summary>A piece of the application, and when it came.</summary>
public sealed record PieceLine(ApplicationPiece Piece, DateTimeOffset? ReceivedAt);

/// <summary>The stage the loan would go to, and what stands in the way today.</summary>
public sealed record NextStage(string Name, IReadOnlyList<GateBreak> Breaks);

/// <summary>Something said or told.</summary>
public sealed record NoticeLine(Guid Id, NoticeKind Kind, DateOnly On, string? Note, string Who);

/// <summary>An open task.</summary>
public sealed record DueTaskLine(Guid Id, string Title, DateOnly DueOn);

/// <summary>A rule set aside, or asked to be.</summary>
public sealed record OverrideLine(
    Guid Id, string Rule, string Title, string Citation, DateOnly? ForDay, string Reason, string RequestedBy, DateTimeOffset RequestedAt, OverrideState State, string? DecidedBy, DateTimeOffset? DecidedAt,
    string? DecisionNote, bool MayDecide);
