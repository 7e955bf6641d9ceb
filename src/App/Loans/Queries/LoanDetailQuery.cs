using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Queries;

/// <summary>Everything the record page of a loan shows.</summary>
public sealed class LoanDetailQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Newest timeline lines shown.</summary>
    public const int TimelineLines = 200;

    public async Task<Outcome<LoanDetail>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.read", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;

        var stages = await db.PipelineStages.AsNoTracking().Where(stage => stage.PipelineId == loan.PipelineId).OrderBy(stage => stage.Position).ToListAsync(ct);
        var endings = await db.PipelineEndings.AsNoTracking().Where(ending => ending.PipelineId == loan.PipelineId).OrderBy(ending => ending.Position).ToListAsync(ct);
        var members = await db.Members.AsNoTracking().OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new MemberOption(member.Id, member.FirstName + " " + member.LastName)).ToListAsync(ct);
        var parties = await db.LoanParties.AsNoTracking().Where(party => party.LoanId == loanId).OrderBy(party => party.Position)
            .Join(db.Contacts, party => party.ContactId, contact => contact.Id,
                (party, contact) => new LoanPartyLine(contact.Id, party.Role, contact.FirstName + " " + contact.LastName, contact.Email, contact.Phone))
            .ToListAsync(ct);
        var visits = await db.LoanStageVisits.AsNoTracking().Where(visit => visit.LoanId == loanId).OrderByDescending(visit => visit.EnteredAt).Take(TimelineLines).ToListAsync(ct);
        var activities = await db.Activities.AsNoTracking().Where(activity => activity.EntityType == LoanTables.Loans && activity.EntityId == loanId)
            .OrderByDescending(activity => activity.At).ThenByDescending(activity => activity.Id).Take(TimelineLines).ToListAsync(ct);

        var next = await db.DueTasks.AsNoTracking().Of(LoanTables.Loans, loanId).StillOpen().OrderBy(task => task.DueOn).ThenBy(task => task.Id)
            .Select(task => new LoanNextTask(task.Title, task.DueOn)).FirstOrDefaultAsync(ct);

        var amounts = me.SeesAmounts();
        return new LoanDetail(
            loan.Id, loan.Version, loan.Number, loan.BorrowerName, loan.StageId, loan.StageSince, loan.DaysInStage(unit.At),
            loan.EndingId is { } ended ? endings.Single(ending => ending.Id == ended).Name : null, loan.EndedAt, loan.EndedReason,
            loan.OfficerId, loan.ProcessorId, loan.Source,
            amounts ? loan.Terms() : loan.Terms() with { Amount = null, PurchasePrice = null, AppraisedValue = null, SecondaryFinancing = null },
            amounts ? loan.Ltv : null, amounts ? loan.Cltv : null,
            amounts && loan is { Amount: { } amount, NoteRate: { } rate, TermMonths: { } months } ? Payment.PrincipalAndInterest(amount, rate, months) : null,
            loan.PropertyAddress, loan.PropertyCity, loan.PropertyState, loan.PropertyZip,
            loan.LockStatus, loan.LockedOn, loan.LockExpiresOn, loan.LockDaysLeft(me.DayOf(unit.At)), loan.ClosingOn,
            [.. stages.Select(stage => new LoanStageStep(stage.Id, stage.Name, stage.Color, stage.Position, loan.ReachedOn(stage.Milestone)))],
            [.. endings.Select(ending => new LoanEndingOption(ending.Id, ending.Name, ending.NeedsReason, ending.Kind))],
            parties, members, Timeline(visits, activities, stages, members),
            amounts, me.May(LoanPermissions.Advance), me.May(LoanPermissions.Edit), me.May(LoanPermissions.Note))
        {
            NextTask = next,
            IsWatched = loan is { FundedOn: not null, EndedAt: null } && me.May(WatchPermissions.Read),
            SeesCommissions = me.May(CommissionPermissions.Read),
            MayLock = me.May(LockPermissions.Desk),
            MayExport = amounts && me.May(LoanPermissions.Export),
            Papers = me.May(PaperPermissions.Read) ? await PapersAsync(unit, loanId, ct) : null,
            Credit = me.May(CreditPermissions.Read) ? await CreditAsync(unit, loan, ct) : null,
        };
    }

    private static async Task<LoanPaperCounts> PapersAsync(CrmUnit unit, Guid loanId, CancellationToken ct)
    {
        var statuses = await unit.Db.DocumentRequests.Where(request => request.LoanId == loanId && request.Status != DocumentStatus.NotApplicable).Select(request => request.Status).ToListAsync(ct);
        return new(statuses.Count(status => status == DocumentStatus.Accepted), statuses.Count, await unit.Db.LoanConditions.CountAsync(condition => condition.LoanId == loanId && condition.SettledAt == null, ct));
    }

    /// <summary>Until when the newest pull of each borrower can be relied on. Whoever may not see that sees no tab of it either.</summary>
    private async Task<IReadOnlyList<CreditEnd>?> CreditAsync(CrmUnit unit, Loan loan, CancellationToken ct)
    {
        if (!await unit.Db.Loans.VisibleTo(me, CreditPermissions.Read).AnyAsync(l => l.Id == loan.Id, ct)) return null;
        var ends = await unit.Db.CreditPulls.Where(pull => pull.LoanId == loan.Id && pull.StruckAt == null)
            .Join(unit.Db.LoanParties, pull => pull.PartyId, party => party.Id, (pull, party) => new { party.ContactId, pull.ExpiresOn })
            .GroupBy(pull => pull.ContactId, (contact, pulls) => new { contact, ExpiresOn = pulls.Max(pull => pull.ExpiresOn) })
            .Join(unit.Db.Contacts, end => end.contact, contact => contact.Id, (end, contact) => new { Name = contact.FirstName + " " + contact.LastName, end.ExpiresOn }).ToListAsync(ct);
        return [.. ends.Where(_ => loan.FundedOn is null).OrderBy(end => end.ExpiresOn).Select(end => new CreditEnd(end.Name, end.ExpiresOn, loan.ClosingOn > end.ExpiresOn))];
    }

    private static List<LoanTimelineLine> Timeline(List<LoanStageVisit> visits, List<Activity> activities, List<PipelineStage> stages, List<MemberOption> members)
    {
        string Stage(Guid id) => stages.SingleOrDefault(stage => stage.Id == id)?.Name ?? "a former stage";
        string Who(Guid? id) => members.SingleOrDefault(member => member.Id == id)?.Name ?? "CrmStudio";

        var moves = visits.Select(visit => new LoanTimelineLine(
            visit.Id, visit.EnteredAt, null, Who(visit.EnteredBy),
            visit.FromStageId is null ? $"opened the loan in {Stage(visit.StageId)}"
            : visit.FromStageId == visit.StageId ? $"reopened the loan in {Stage(visit.StageId)}"
            : $"moved it from {Stage(visit.FromStageId.Value)} to {Stage(visit.StageId)}",
            visit.Reason));
        // What the system saw is a sentence of its own: "The borrower sent Pay stubs".
        var lines = activities.Select(activity => activity.Kind == ActivityKind.System && activity.MemberId is null
            ? new LoanTimelineLine(activity.Id, activity.At, activity.Kind, "", activity.Text, null)
            : new LoanTimelineLine(activity.Id, activity.At, activity.Kind, Who(activity.MemberId), activity.Kind switch
        {
            ActivityKind.Call => "called",
            ActivityKind.Email => "wrote an e-mail",
            ActivityKind.Meeting => "met the borrower",
            ActivityKind.Note => "wrote a note",
            _ => "",
        }, activity.Text));
        return [.. moves.Concat(lines).OrderByDescending(line => line.At)];
    }
}

/// <summary>A loan as one member may see it; amounts are null for who sees none.</summary>
public sealed record LoanDetail(
    Guid Id, uint Version, string Number, string BorrowerName, Guid StageId, DateTimeOffset StageSince, int DaysInStage,
    string? Ending, DateTimeOffset? EndedAt, string? EndedReason, Guid? OfficerId, Guid? ProcessorId, string? Source,
    LoanTerms Terms, decimal? Ltv, decimal? Cltv, decimal? PrincipalAndInterest,
    string? Address, string? City, string? State, string? Zip,
    LockStatus LockStatus, DateOnly? LockedOn, DateOnly? LockExpiresOn, int? LockDaysLeft, DateOnly? ClosingOn,
    IReadOnlyList<LoanStageStep> Stages, IReadOnlyList<LoanEndingOption> Endings, IReadOnlyList<LoanPartyLine> Parties, IReadOnlyList<MemberOption> Members,
    IReadOnlyList<LoanTimelineLine> Timeline, bool SeesAmounts, bool MayMove, bool MayEdit, bool MayNote)
{
    /// <summary>The next thing to do about it; null when nothing is planned.</summary>
    public LoanNextTask? NextTask { get; init; }

    /// <summary>Counts of documents and conditions; null for who sees neither.</summary>
    public LoanPaperCounts? Papers { get; init; }

    /// <summary>Whether the loan has funded, and the reader may see the watch of funded loans.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Until when credit can be relied on, while the loan is not funded; null for who sees nothing of credit.</summary>
    public IReadOnlyList<CreditEnd>? Credit { get; init; }

    /// <summary>Whether the reader may write down a lock without asking the desk.</summary>
    public bool MayLock { get; init; }

    /// <summary>Whether the reader may see a commission, if only the own share.</summary>
    public bool SeesCommissions { get; init; }

    /// <summary>Whether the reader may take the loan out as a file.</summary>
    public bool MayExport { get; init; }
}

/// <summary>Until when credit of somebody can be relied on.</summary>
/// <param name="IsBeforeClosing">Whether the closing is planned for later.</param>
public sealed record CreditEnd(string Name, DateOnly ExpiresOn, bool IsBeforeClosing);

/// <summary>Something to do by a day.</summary>
public sealed record LoanNextTask(string Title, DateOnly DueOn);

/// <summary>How many documents are good, of how many that are needed, and how many conditions are open.</summary>
public sealed record LoanPaperCounts(int Accepted, int Needed, int OpenConditions);

/// <summary>A segment of the stage rail.</summary>
public sealed record LoanStageStep(Guid Id, string Name, int Color, int Position, DateOnly? ReachedOn);

/// <summary>A way to end the loan.</summary>
public sealed record LoanEndingOption(Guid Id, string Name, bool NeedsReason, EndingKind Kind);

/// <summary>A person on the loan.</summary>
public sealed record LoanPartyLine(Guid ContactId, LoanPartyRole Role, string Name, string? Email, string? Phone);

/// <summary>A member to choose.</summary>
public sealed record MemberOption(Guid Id, string Name);

/// <summary>A line of the timeline; <see cref="Kind"/> is null for a move.</summary>
public sealed record LoanTimelineLine(Guid Id, DateTimeOffset At, ActivityKind? Kind, string Who, string What, string? Text);
