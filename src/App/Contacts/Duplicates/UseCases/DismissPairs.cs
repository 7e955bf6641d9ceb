using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.UseCases;

/// <summary>Says of pairs that they are not the same. They are not shown again.</summary>
public sealed class DismissPairs(CrmWork work, CurrentMember me, MergeSight sight)
{
    /// <summary>Most pairs at once.</summary>
    public const int Limit = 500;

    public sealed record Input(IReadOnlyList<Guid> PairIds);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.duplicates.dismiss", ContactPermissions.Merge, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.PairIds.Count is 0 or > Limit) return Refusal.Invalid(nameof(Input.PairIds), $"Choose 1 to {Limit} pairs.");

        var (people, companies) = (sight.Ids(unit.Db, DuplicateKind.People), sight.Ids(unit.Db, DuplicateKind.Companies));
        var pairs = await unit.Db.DuplicatePairs.AsNoTracking().Where(pair => input.PairIds.Contains(pair.Id))
            .Where(pair => pair.Kind == DuplicateKind.People ? people.Contains(pair.FirstId) && people.Contains(pair.SecondId) : companies.Contains(pair.FirstId) && companies.Contains(pair.SecondId))
            .Where(pair => !unit.Db.PairDismissals.Any(said => said.FirstId == pair.FirstId && said.SecondId == pair.SecondId)).ToListAsync(ct);
        if (pairs.Count == 0) return Refusal.NotFound;

        unit.Db.PairDismissals.AddRange(pairs.Select(pair => PairDismissal.Of(pair, me.Id, unit.At)));
        var summary = pairs.Count == 1 ? "Noted that the two are not the same" : $"Noted of {pairs.Count} pairs that they are not the same";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}
