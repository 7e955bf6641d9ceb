using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Import;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Import;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Infrastructure.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Import;

/// <summary>Judges rows of a file as leads, and writes them. A row whose person has an open lead is about that lead; one open lead a person.</summary>
internal sealed class LeadDesk : ImportDesk
{
    private readonly CrmUnit unit;
    private readonly CurrentMember me;
    private readonly FileImport import;
    private readonly LeadImportReader reader;
    private readonly ScoreWeights weights;

    private LeadDesk(CrmUnit unit, CurrentMember me, FileImport import, IReadOnlyList<ImportPerson> members, ScoreWeights weights) =>
        (this.unit, this.me, this.import, this.weights, reader) = (unit, me, import, weights, new LeadImportReader(import.Mapping(), members, import.FileName));

    // Whose a lead is that names nobody: who imports, unless that is done for the whole organization; then it is routed.
    private Guid? Assignee => me.ScopeOf(LeadPermissions.Import) == Scope.Organization ? null : me.Id;

    public static async Task<LeadDesk> OpenAsync(CrmUnit unit, CurrentMember me, FileImport import, CancellationToken ct) =>
        new(unit, me, import, await ImportedPeople.MembersAsync(unit, ct), await unit.Db.ScoreModels.AsNoTracking().OrderByDescending(model => model.Number).FirstOrDefaultAsync(ct) is { } model ? model.Read() : ScoreWeights.Prior);

    public override ImportReading Read(ImportRow row)
    {
        var result = reader.Read(row.Cells);
        List<ImportProblem> problems = [.. row.Findings, .. result.Problems];
        if (!me.MayGiveTo(result.Draft?.AssigneeId, LeadPermissions.Import)) problems.Add(new ImportProblem(null, $"Assignee: {LeadImportRefusals.NotYours.Message}"));
        return new ImportReading(result.Key, problems.TrueForAll(problem => problem.IsWarning) ? result.Draft : null, problems);
    }

    public override async Task<IReadOnlyDictionary<string, bool>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var people = await ImportedPeople.FindAsync(unit, keys, ct);
        if (people.Count == 0) return new Dictionary<string, bool>();
        var ids = people.Values.Distinct().ToList();
        var open = await unit.Db.Leads.Where(lead => lead.EndedAt == null && ids.Contains(lead.ContactId)).Select(lead => lead.ContactId).ToListAsync(ct);
        var mine = (await unit.Db.LeadsOf(me, LeadPermissions.Import).Where(lead => lead.EndedAt == null && open.Contains(lead.ContactId)).Select(lead => lead.ContactId).ToListAsync(ct)).ToHashSet();
        var there = open.ToHashSet();
        return people.Where(person => there.Contains(person.Value)).ToDictionary(person => person.Key, person => mine.Contains(person.Value), StringComparer.Ordinal);
    }

    public override ImportProblem? Clash(bool isMine) =>
        isMine || import.Duplicates == ImportDuplicates.Skip ? null : new ImportProblem(LeadImportFields.KeyField, $"E-mail: {LeadImportRefusals.SomebodyElses.Message}");

    public override async Task<IReadOnlyList<ImportWriting>> WriteAsync(IReadOnlyList<ImportReading> readings, CancellationToken ct)
    {
        await unit.TakeTurnAsync(ct);
        var drafts = readings.Select(reading => (LeadImportDraft)reading.Draft!).ToList();
        var people = await ImportedPeople.FindAsync(unit, [.. drafts.Select(draft => draft.Key)], ct);
        var ids = people.Values.Distinct().ToList();
        var contacts = await unit.Db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.Id)).ToDictionaryAsync(contact => contact.Id, ct);
        var open = (await unit.Db.Leads.Where(lead => lead.EndedAt == null && ids.Contains(lead.ContactId)).Select(lead => lead.ContactId).ToListAsync(ct)).ToHashSet();
        var mine = import.Duplicates == ImportDuplicates.Skip || open.Count == 0 ? []
            : await unit.Db.LeadsOf(me, LeadPermissions.Import).Where(lead => lead.EndedAt == null && open.Contains(lead.ContactId)).ToDictionaryAsync(lead => lead.ContactId, ct);
        return [.. drafts.Select(draft =>
            !people.TryGetValue(draft.Key, out var id) ? Create(draft, null)
            : open.Add(id) ? Create(draft, contacts[id])
            : import.Duplicates == ImportDuplicates.Skip ? ImportWriting.Skipped
            : mine.TryGetValue(id, out var lead) ? Update(draft, lead)
            : ImportWriting.Failed(LeadImportRefusals.SomebodyElses))];
    }

    public override async Task<IReadOnlyList<Entity>> TakeBackAsync(IReadOnlyCollection<Guid> ids, long savedAs, CancellationToken ct)
    {
        var removed = await unit.TakeBackAsync<Lead>(ids, savedAs, await WorkedOnAsync(LeadTables.Leads, ids, ct), ct);

        // People the import brought go too, unless somebody changed them or another record needs them.
        var people = removed.OfType<Lead>().Select(lead => lead.ContactId).Distinct().ToList();
        await unit.TakeBackAsync<Contact>(people, savedAs, await WorkedOnAsync(ContactTables.Contacts, people, ct), ct);
        return removed;
    }

    private Task<List<Guid>> WorkedOnAsync(string table, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        unit.Db.Activities.Where(activity => activity.EntityType == table && ids.Contains(activity.EntityId)).Select(activity => activity.EntityId).Distinct().ToListAsync(ct);

    private ImportWriting Create(LeadImportDraft draft, Contact? known)
    {
        var assignee = draft.AssigneeId ?? Assignee;
        var contact = known ?? new Contact("", "") { OwnerId = assignee };
        if (known is null && contact.Know(draft.Who.Facts()) is { IsDone: false } unknowable) return ImportWriting.Failed(unknowable.Refusal);
        var received = Lead.Receive(contact, draft.Origin, draft.Wish, me.Id, unit.At);
        if (received.Value is not { } lead) return ImportWriting.Failed(received.Refusal!);

        // A lead that came with its assignee is told to nobody, a file of thousands least of all; the others are routed.
        if (assignee is { } member)
        {
            lead.AssignTo(member, unit.At);
            lead.ClearEvents();
        }
        lead.Rate(contact.DoNotCallSince is null ? LeadRating.Of(ScoreFacts.Of(lead, contact.EmailKey is not null, contact.PhoneKey is not null, false, false, unit.At), weights).Score : null, unit.At);
        if (known is null) unit.Many.Add([contact]);
        unit.Many.Add([lead]);
        return ImportWriting.Created(lead.Id);
    }

    private ImportWriting Update(LeadImportDraft draft, Lead lead)
    {
        var (there, said) = (lead.Wish(), draft.Wish);
        var wish = new LeadWish(said.Interest ?? there.Interest, said.Timeline ?? there.Timeline, said.Amount ?? there.Amount, said.State ?? there.State, said.Message ?? there.Message);
        if (lead.Wish(wish) is { IsDone: false } refused)
        {
            unit.Db.Entry(lead).State = EntityState.Detached;
            return ImportWriting.Failed(refused.Refusal);
        }
        if (draft.AssigneeId is { } member && member != lead.AssigneeId) lead.AssignTo(member, unit.At);
        return ImportWriting.Updated(lead.Id, [lead]);
    }
}
