using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import;

/// <summary>What dry run, fixing and writing need to know alike, so that all three judge a row by the same rules.</summary>
public sealed class LoanImportDesk
{
    private readonly CurrentMember me;
    private readonly LoanImport import;
    private readonly LoanImportReader reader;
    private readonly Dictionary<Guid, PipelineStage> stages;

    private LoanImportDesk(CurrentMember me, LoanImport import, IReadOnlyList<PipelineStage> stages, IReadOnlyList<LoanImportPerson> people, DateOnly today)
    {
        (this.me, this.import, Today) = (me, import, today);
        this.stages = stages.ToDictionary(stage => stage.Id);
        FirstStage = stages[0];
        reader = new LoanImportReader(import.Mapping(), stages, people, today);
    }

    /// <summary>The day in the organization's time zone.</summary>
    public DateOnly Today { get; }

    /// <summary>Where a loan starts whose row names no stage.</summary>
    public PipelineStage FirstStage { get; }

    /// <summary>Who works a loan whose row names nobody: who imports, unless that is done for the whole organization.</summary>
    public Guid? Officer => me.ScopeOf(LoanPermissions.Import) == Scope.Organization ? null : me.Id;

    /// <summary>Reads stages and members.</summary>
    public static async Task<LoanImportDesk> OpenAsync(CrmUnit unit, CurrentMember me, LoanImport import, CancellationToken ct)
    {
        var stages = await unit.Db.PipelineStages.AsNoTracking()
            .Where(stage => unit.Db.Pipelines.Any(pipeline => pipeline.Id == stage.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .OrderBy(stage => stage.Position).ToListAsync(ct);
        var people = await unit.Db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active)
            .Select(member => new LoanImportPerson(member.Id, member.FirstName, member.LastName, member.Email)).ToListAsync(ct);
        return new LoanImportDesk(me, import, stages, people, me.DayOf(unit.At));
    }

    /// <summary>The stage of that id.</summary>
    public PipelineStage Stage(Guid id) => stages[id];

    /// <summary>Reads a row and judges it, without knowing yet whether its loan is there.</summary>
    public LoanImportResult Read(LoanImportRow row)
    {
        var result = reader.Read(row.Cells);
        var problems = new List<LoanImportProblem>([.. row.FileProblems, .. result.Problems]);
        if (result.Draft is { } draft)
        {
            if (!IsMine(draft.OfficerId)) problems.Add(new LoanImportProblem(LoanImportField.Officer, $"Loan officer: {LoanImportRefusals.NotYours.Message}"));
            problems.AddRange(Missing(draft));
        }
        return result with { Draft = problems.TrueForAll(p => p.IsWarning) ? result.Draft : null, Problems = problems };
    }

    /// <summary>The loans that are there under the numbers, and whether the member may change them.</summary>
    public async Task<Dictionary<string, bool>> KnownAsync(CrmUnit unit, IReadOnlyCollection<string> numbers, CancellationToken ct)
    {
        var mine = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Import).Where(loan => numbers.Contains(loan.Number)).Select(loan => loan.Number).ToListAsync(ct);
        var all = await unit.Db.Loans.Where(loan => numbers.Contains(loan.Number)).Select(loan => loan.Number).ToListAsync(ct);
        return all.ToDictionary(number => number, mine.Contains, StringComparer.Ordinal);
    }

    /// <summary>What a refusal of the domain says about a row.</summary>
    public static LoanImportProblem Problem(Refusal refusal) => new(null, refusal.Message);

    /// <summary>What keeps a row out whose loan is there already.</summary>
    public LoanImportProblem? Clash(bool isMine) =>
        isMine || import.Duplicates == LoanImportDuplicates.Skip ? null : new LoanImportProblem(LoanImportField.LoanNumber, $"Loan number: {LoanImportRefusals.NumberElsewhere.Message}");

    private bool IsMine(Guid? officer) => officer is not { } id || me.ScopeOf(LoanPermissions.Import) switch
    {
        Scope.Organization => true,
        Scope.Team => id == me.Id || me.Authority.Team.Contains(id),
        _ => id == me.Id,
    };

    // History does not have to meet what a stage asks for today, but it is said.
    private IEnumerable<LoanImportProblem> Missing(LoanDraft draft)
    {
        if (draft.StageId is not { } id || import.Duplicates == LoanImportDuplicates.Update) return [];
        var opened = Loan.OpenFrom(draft, stages[id], Officer, DateTimeOffset.UnixEpoch, Today);
        if (opened.Value is not { } loan) return [Problem(opened.Refusal!)];
        var missing = LoanFact.Missing(loan, stages[id].RequiredFacts);
        return missing.Count == 0 ? [] : [new LoanImportProblem(LoanImportField.Stage, $"Stage: {stages[id].Name} asks for {string.Join(", ", missing.Select(fact => fact.Label))}; the loan comes in without", IsWarning: true)];
    }
}
