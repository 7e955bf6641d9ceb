using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import;

/// <summary>Judges rows of a file as loans, and writes them.</summary>
internal sealed class LoanDesk : ImportDesk
{
    private const string Contacts = "contacts";

    private readonly CrmUnit unit;
    private readonly CurrentMember me;
    private readonly LoanGates gates;
    private readonly FileImport import;
    private readonly LoanImportReader reader;
    private readonly PipelineStage firstStage;
    private readonly Dictionary<Guid, PipelineStage> stages;
    private readonly DateOnly today;

    private LoanDesk(CrmUnit unit, CurrentMember me, LoanGates gates, FileImport import, IReadOnlyList<PipelineStage> stages, IReadOnlyList<ImportPerson> people)
    {
        (this.unit, this.me, this.gates, this.import, firstStage, today) = (unit, me, gates, import, stages[0], me.DayOf(unit.At));
        this.stages = stages.ToDictionary(stage => stage.Id);
        reader = new LoanImportReader(import.Mapping(), stages, people, today);
    }

    // Who works a loan whose row names nobody: who imports, unless that is done for the whole organization.
    private Guid? Officer => me.ScopeOf(LoanPermissions.Import) == Scope.Organization ? null : me.Id;

    /// <summary>Reads stages and members.</summary>
    public static async Task<LoanDesk> OpenAsync(CrmUnit unit, CurrentMember me, LoanGates gates, FileImport import, CancellationToken ct)
    {
        var stages = await unit.Db.PipelineStages.AsNoTracking()
            .Where(stage => unit.Db.Pipelines.Any(pipeline => pipeline.Id == stage.PipelineId && pipeline.Kind == PipelineKind.Loan))
            .OrderBy(stage => stage.Position).ToListAsync(ct);
        var people = await unit.Db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active)
            .Select(member => new ImportPerson(member.Id, member.FirstName, member.LastName, member.Email)).ToListAsync(ct);
        return new LoanDesk(unit, me, gates, import, stages, people);
    }

    public override ImportReading Read(ImportRow row)
    {
        var result = reader.Read(row.Cells);
        if (result.Draft is not { } draft) return new ImportReading(result.Number, null, [.. row.Findings, .. result.Problems]);

        List<ImportProblem> problems = [.. row.Findings, .. result.Problems];
        if (!IsMine(draft.OfficerId)) problems.Add(new ImportProblem(LoanImportField.Officer.Name(), $"Loan officer: {LoanImportRefusals.NotYours.Message}"));
        problems.AddRange(Missing(draft));
        return new ImportReading(result.Number, problems.TrueForAll(problem => problem.IsWarning) ? draft : null, problems);
    }

    public override async Task<IReadOnlyDictionary<string, bool>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var all = await unit.Db.Loans.Where(loan => keys.Contains(loan.Number)).Select(loan => loan.Number).ToListAsync(ct);
        var mine = all.Count == 0 ? [] : await unit.Db.Loans.VisibleTo(me, LoanPermissions.Import).Where(loan => all.Contains(loan.Number)).Select(loan => loan.Number).ToListAsync(ct);
        var reachable = mine.ToHashSet(StringComparer.Ordinal);
        return all.ToDictionary(number => number, reachable.Contains, StringComparer.Ordinal);
    }

    public override ImportProblem? Clash(bool isMine) =>
        isMine || import.Duplicates == ImportDuplicates.Skip ? null : new ImportProblem(LoanImportField.LoanNumber.Name(), $"Loan number: {LoanImportRefusals.NumberElsewhere.Message}");

    public override async Task<IReadOnlyDictionary<string, ImportProblem>> BarsAsync(IReadOnlyList<ImportReading> readings, CancellationToken ct)
    {
        var bars = new Dictionary<string, ImportProblem>(StringComparer.Ordinal);
        if (import.Duplicates != ImportDuplicates.Update) return bars;

        var drafts = readings.Select(reading => (LoanDraft)reading.Draft!).ToList();
        var loans = await MineAsync(drafts.ToDictionary(draft => draft.Number, _ => true, StringComparer.Ordinal), tracked: false, ct);
        var taking = await LoanTaking.OpenAsync(unit, me, gates, [.. loans.Values], IntoOf(drafts), stages, import.FileName, ct);
        foreach (var draft in drafts)
            if (loans.TryGetValue(draft.Number, out var loan) && taking.Take(draft, loan).Refusal is { } why) bars[draft.Number] = LoanTaking.ProblemOf(why);
        return bars;
    }

    public override async Task<IReadOnlyList<ImportWriting>> WriteAsync(IReadOnlyList<ImportReading> readings, CancellationToken ct)
    {
        var drafts = readings.Select(reading => (LoanDraft)reading.Draft!).ToList();
        var known = await KnownAsync([.. drafts.Select(draft => draft.Number)], ct);
        var loans = import.Duplicates == ImportDuplicates.Update ? await MineAsync(known, tracked: true, ct) : [];
        var taking = await LoanTaking.OpenAsync(unit, me, gates, [.. loans.Values], IntoOf(drafts), stages, import.FileName, ct);
        var people = new LoanPeople(unit, await LoanPeople.KnownAsync(unit, drafts, ct));
        return [.. drafts.Select(draft =>
            !known.ContainsKey(draft.Number) ? Create(draft, people)
            : import.Duplicates == ImportDuplicates.Skip ? ImportWriting.Skipped
            : loans.TryGetValue(draft.Number, out var loan) ? Update(draft, loan, taking)
            : ImportWriting.Failed(LoanImportRefusals.NumberElsewhere))];
    }

    public override async Task<IReadOnlyList<Entity>> TakeBackAsync(IReadOnlyCollection<Guid> ids, long savedAs, CancellationToken ct)
    {
        var tasks = await unit.Db.DueTasks.AsNoTracking().Where(task => task.EntityType == LoanTables.Loans && ids.Contains(task.EntityId)).ToListAsync(ct);
        var worked = tasks.Where(task => task.Origin is null || task.DoneBy is not null).Select(task => task.EntityId);   // a person's, and not only a rule's
        var removed = await unit.TakeBackAsync<Loan>(ids, savedAs, [.. await WorkedOnAsync(LoanTables.Loans, ids, ct), .. worked], ct);
        var gone = removed.Select(record => record.Id).ToHashSet();
        unit.Many.Remove(tasks.Where(task => gone.Contains(task.EntityId)));

        // People the import brought go too, unless somebody changed them or another record needs them.
        var people = removed.OfType<LoanParty>().Select(party => party.ContactId).Distinct().ToList();
        await unit.TakeBackAsync<Contact>(people, savedAs, await WorkedOnAsync(Contacts, people, ct), ct);
        return removed;
    }

    private Task<List<Guid>> WorkedOnAsync(string table, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        unit.Db.Activities.Where(activity => activity.EntityType == table && ids.Contains(activity.EntityId)).Select(activity => activity.EntityId).Distinct().ToListAsync(ct);

    private IEnumerable<PipelineStage> IntoOf(IEnumerable<LoanDraft> drafts) => drafts.Select(draft => draft.StageId).OfType<Guid>().Distinct().Select(id => stages[id]);

    private Task<Dictionary<string, Loan>> MineAsync(IReadOnlyDictionary<string, bool> known, bool tracked, CancellationToken ct)
    {
        var mine = known.Where(loan => loan.Value).Select(loan => loan.Key).ToList();
        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Import).Where(loan => mine.Contains(loan.Number));
        return (tracked ? loans : loans.AsNoTracking()).Include(loan => loan.Visits.Where(visit => visit.LeftAt == null)).ToDictionaryAsync(loan => loan.Number, StringComparer.Ordinal, ct);
    }

    private ImportWriting Create(LoanDraft draft, LoanPeople people)
    {
        var opened = Loan.OpenFrom(draft, draft.StageId is { } id ? stages[id] : firstStage, Officer, unit.At, today);
        if (opened.Value is not { } loan) return ImportWriting.Failed(opened.Refusal!);

        loan.AddParty(people.Borrower(draft, loan.OfficerId), loan.BorrowerName, LoanPartyRole.Borrower);
        if (people.CoBorrower(draft, loan.OfficerId) is { } other) loan.AddParty(other.Id, other.Name, LoanPartyRole.CoBorrower);
        unit.Many.Add([loan, .. loan.Parties, .. loan.Visits]);
        return ImportWriting.Created(loan.Id);
    }

    private ImportWriting Update(LoanDraft draft, Loan loan, LoanTaking taking)
    {
        var taken = taking.Take(draft, loan);
        if (taken.IsDone) return ImportWriting.Updated(loan.Id, [loan, .. loan.Visits]);

        foreach (var half in (IEnumerable<Entity>)[.. loan.Visits, loan]) unit.Db.Entry(half).State = EntityState.Detached;
        return ImportWriting.Failed(taken.Refusal);
    }

    private bool IsMine(Guid? officer) => officer is not { } id || me.ScopeOf(LoanPermissions.Import) switch
    {
        Scope.Organization => true,
        Scope.Team => id == me.Id || me.Authority.Team.Contains(id),
        _ => id == me.Id,
    };

    // History does not have to meet what a stage asks for today, but it is said.
    private IEnumerable<ImportProblem> Missing(LoanDraft draft)
    {
        if (draft.StageId is not { } id || import.Duplicates == ImportDuplicates.Update) return [];
        var opened = Loan.OpenFrom(draft, stages[id], Officer, DateTimeOffset.UnixEpoch, today);
        if (opened.Value is not { } loan) return [new ImportProblem(null, opened.Refusal!.Message)];
        var missing = LoanFact.Missing(loan, stages[id].RequiredFacts);
        return missing.Count == 0 ? [] : [new ImportProblem(LoanImportField.Stage.Name(), $"Stage: {stages[id].Name} asks for {string.Join(", ", missing.Select(fact => fact.Label))}; the loan comes in without", IsWarning: true)];
    }
}
