using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.UseCases;

/// <summary>
/// Looks for records that are one: through the whole book once a night and when somebody asks for it, in between only at what changed since the last look.
/// </summary>
public sealed class FindDuplicates(CrmWork work, CurrentMember me)
{
    /// <summary>How long a look at the whole book serves: it is due again in the next night.</summary>
    public static readonly TimeSpan WholeEvery = TimeSpan.FromHours(20);

    /// <summary>The hours of the organization's night in which the clock may look through the whole book.</summary>
    public const int From = 1, To = 5;

    /// <summary>When more changed than this, looking at the whole book is quicker.</summary>
    public const int MostChanged = 5_000;

    // What is being saved while a look begins carries an earlier time than the look: it is looked at again.
    private static readonly TimeSpan overlap = TimeSpan.FromMinutes(2);

    /// <param name="Whole">Whether the whole book is looked through in any case.</param>
    /// <param name="IsNightly">Whether the clock asks: then the whole book is left for the night.</param>
    public sealed record Input(bool Whole = false, bool IsNightly = false);

    /// <returns>How many pairs were found.</returns>
    public async Task<Outcome<int>> RunAsync(Input input, CancellationToken ct)
    {
        var found = 0;
        foreach (var kind in Enum.GetValues<DuplicateKind>())
        {
            await using var unit = await work.BeginAsync("contacts.duplicates.find", ContactPermissions.Merge, ct);
            if (unit.Refused is { } refused) return refused;
            if (!me.IsSystem && me.ScopeOf(ContactPermissions.Merge) != Scope.Organization) return Refusal.NotAllowed;
            found += await LookAsync(unit, kind, input, ct);
            if (await unit.SaveAsync(ct) is { IsDone: false } failed) return failed.Refusal;
        }
        return found;
    }

    private async Task<int> LookAsync(CrmUnit unit, DuplicateKind kind, Input input, CancellationToken ct)
    {
        var search = await unit.Db.DuplicateSearches.Where(last => last.Kind == kind).OrderBy(last => last.Id).FirstOrDefaultAsync(ct);
        var isWhole = input.Whole || ((search?.WholeAt is not { } last || last + WholeEvery <= unit.At) && (!input.IsNightly || IsNight(unit.At)));
        if (search?.LookedAt is null && !isWhole) return 0;
        if (search is null) unit.Db.DuplicateSearches.Add(search = new DuplicateSearch(kind));

        Guid[]? changed = isWhole ? null : await ChangedAsync(unit, kind, search.LookedAt!.Value - overlap, ct);
        if (changed?.Length > MostChanged) changed = null;
        var pairs = changed is null ? await DuplicateBlocks.OfAllAsync(unit, kind, ct) : await DuplicateBlocks.OfAsync(unit, kind, changed, ct);
        var found = await DuplicateTraits.CompareAsync(unit.Db, kind, pairs, ct);
        await DuplicateBook.WriteAsync(unit, kind, found, ct);
        await DuplicateBook.ForgetAsync(unit, kind, changed, ct);
        search.Looked(unit.At, changed is null);
        return found.Count;
    }

    private bool IsNight(DateTimeOffset at) => me.StartOf(me.DayOf(at)) is var midnight && at >= midnight.AddHours(From) && at < midnight.AddHours(To);

    private static Task<Guid[]> ChangedAsync(CrmUnit unit, DuplicateKind kind, DateTimeOffset since, CancellationToken ct)
    {
        var db = unit.Db;
        if (kind == DuplicateKind.Companies) return db.Companies.Where(company => company.UpdatedAt >= since).Select(company => company.Id).Take(MostChanged + 1).ToArrayAsync(ct);
        return db.Contacts.Where(contact => contact.UpdatedAt >= since).Select(contact => contact.Id)
            .Union(db.ContactReaches.Where(reach => reach.UpdatedAt >= since).Select(reach => reach.ContactId))
            .Union(db.ContactAddresses.Where(address => address.UpdatedAt >= since).Select(address => address.ContactId))
            .Take(MostChanged + 1).ToArrayAsync(ct);
    }
}
