using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Scoring;

/// <summary>
/// Scores leads within a unit of work, in the save of what changed them: undoing the change takes its score back too, and nobody sees a lead with a score of
/// before. Silence is counted each night.
/// </summary>
public static class ScoreDesk
{
    /// <summary>The weights in force; the published prior until an organization has learned its own.</summary>
    public static async Task<ScoreModel> ModelAsync(this CrmUnit unit, CancellationToken ct) =>
        unit.Db.ScoreModels.Local.MaxBy(model => model.Number)
        ?? await unit.Db.ScoreModels.OrderByDescending(model => model.Number).FirstOrDefaultAsync(ct)
        ?? unit.Db.ScoreModels.Add(ScoreModel.OfPrior(unit.At)).Entity;

    /// <summary>Scores tracked leads anew; what did not change is not written. People who are not to be called are not scored. The caller saves.</summary>
    /// <returns>How many scores changed.</returns>
    public static async Task<int> ScoreAsync(this CrmUnit unit, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        var model = await unit.ModelAsync(ct);
        var (weights, known) = (model.Read(), await unit.FactsAsync(leads, _ => unit.At, ct));
        var changed = 0;
        foreach (var lead in leads.Where(lead => lead.IsOpen))
        {
            var (facts, isBarred) = known[lead.Id];
            var rating = isBarred ? null : LeadRating.Of(facts, weights);
            if (lead.Score == rating?.Score && (lead.ScoredAt is not null || rating is null)) continue;
            lead.Rate(rating?.Score, unit.At);
            if (rating is not null) unit.Db.Scores.Add(new Score(lead.Id, rating, model.Number, unit.At));
            changed++;
        }
        return changed;
    }

    /// <summary>What is known of leads, each at an instant of its own, and whether their people are not to be called. What the unit holds unsaved counts.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (ScoreFacts Facts, bool IsBarred)>> FactsAsync(this CrmUnit unit, IReadOnlyList<Lead> leads, Func<Lead, DateTimeOffset> at, CancellationToken ct)
    {
        var (people, wrong) = (await PeopleAsync(unit, leads, ct), await WrongNumbersAsync(unit, leads, ct));
        return leads.ToDictionary(lead => lead.Id, lead =>
        {
            var person = people[lead.ContactId];
            return (ScoreFacts.Of(lead, person.HasEmail, person.HasPhone, wrong.Contains(lead.Id), person.HasCoBorrower, at(lead)), person.IsBarred);
        });
    }

    private static async Task<Dictionary<Guid, Person>> PeopleAsync(CrmUnit unit, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        var (db, ids) = (unit.Db, leads.Select(lead => lead.ContactId).Distinct().ToArray());
        var held = db.Contacts.Local.Where(contact => ids.Contains(contact.Id)).ToDictionary(contact => contact.Id);
        var people = await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.Id))
            .Select(contact => new Person(contact.Id, contact.EmailKey != null, contact.PhoneKey != null, contact.DoNotCallSince != null,
                contact.HouseholdId != null && db.Contacts.Any(other => other.HouseholdId == contact.HouseholdId && other.Id != contact.Id)))
            .ToDictionaryAsync(person => person.Id, ct);
        foreach (var contact in held.Values)
            people[contact.Id] = new Person(contact.Id, contact.EmailKey is not null, contact.PhoneKey is not null, contact.DoNotCallSince is not null, people.GetValueOrDefault(contact.Id)?.HasCoBorrower ?? false);
        return people;
    }

    private static async Task<HashSet<Guid>> WrongNumbersAsync(CrmUnit unit, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        var (db, ids) = (unit.Db, leads.Select(lead => lead.Id).ToArray());
        var wrong = (await db.Activities.AsNoTracking()
            .Where(activity => activity.EntityType == LeadTables.Leads && ids.Contains(activity.EntityId) && activity.Result == CallResult.WrongNumber)
            .Select(activity => activity.EntityId).Distinct().ToListAsync(ct)).ToHashSet();
        wrong.UnionWith(db.Activities.Local.Where(activity => activity.EntityType == LeadTables.Leads && activity.Result == CallResult.WrongNumber).Select(activity => activity.EntityId));
        return wrong;
    }

    private sealed record Person(Guid Id, bool HasEmail, bool HasPhone, bool IsBarred, bool HasCoBorrower);
}
