using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CrmStudio.Infrastructure.Contacts;

/// <summary>
/// Which records are worth comparing: those that share a key. Comparing all with all is hopeless from some thousands on, so the database groups by
/// equality, the one comparison an index serves behind the fence, and only what shares a group is compared by name.
/// </summary>
public static class DuplicateBlocks
{
    /// <summary>A key more records share than this says nothing: a switchboard, "unknown@…", the most usual name of a state.</summary>
    public const int Limit = 20;

    // Each gives (k, id): a key and a record that has it.
    private static readonly string[] people =
    [
        """
        select email_key k, id from contacts where org_id = $1 and email_key is not null
        union all select phone_key, id from contacts where org_id = $1 and phone_key is not null
        union all select key, contact_id from contact_reaches where org_id = $1
        """,
        "select c.name_key || '|' || left(a.zip, 5), c.id from contact_addresses a join contacts c on c.org_id = a.org_id and c.id = a.contact_id where a.org_id = $1 and a.zip is not null",
        "select name_key || '|' || state k, id from contacts where org_id = $1 and state is not null",
        "select lower(a.street) || '|' || left(a.zip, 5), a.contact_id from contact_addresses a where a.org_id = $1 and a.street is not null and a.zip is not null",
    ];

    private static readonly string[] companies =
    [
        "select name_key k, id from companies where org_id = $1",
        "select lower(domain) k, id from companies where org_id = $1 and domain is not null",
        "select phone_key k, id from companies where org_id = $1 and phone_key is not null",
    ];

    // The keys of some records, each with who else has it, through an index. $2: the records, $3: one more than the limit.
    private static readonly string[] peopleOf =
    [
        """
        with mine as (select email_key k from contacts where org_id = $1 and id = any ($2) and email_key is not null
            union select phone_key from contacts where org_id = $1 and id = any ($2) and phone_key is not null
            union select key from contact_reaches where org_id = $1 and contact_id = any ($2))
        select ids from mine cross join lateral (select array_agg(distinct id) ids from (
            (select id from contacts where org_id = $1 and email_key = mine.k limit $3) union all (select id from contacts where org_id = $1 and phone_key = mine.k limit $3)
            union all (select contact_id from contact_reaches where org_id = $1 and key = mine.k limit $3)) found) block
        """,
        """
        with mine as (select distinct c.name_key, a.zip from contacts c join contact_addresses a on a.org_id = c.org_id and a.contact_id = c.id where c.org_id = $1 and c.id = any ($2) and a.zip is not null)
        select ids from mine cross join lateral (select array_agg(distinct id) ids from (select c.id from contacts c join contact_addresses a on a.org_id = c.org_id and a.contact_id = c.id
            where c.org_id = $1 and c.name_key = mine.name_key and left(a.zip, 5) = left(mine.zip, 5) limit $3) found) block
        """,
        """
        with mine as (select distinct name_key, state from contacts where org_id = $1 and id = any ($2) and state is not null)
        select ids from mine cross join lateral (select array_agg(id) ids from (select id from contacts c where c.org_id = $1 and c.name_key = mine.name_key and c.state = mine.state limit $3) found) block
        """,
        """
        with mine as (select distinct lower(street) street, zip from contact_addresses where org_id = $1 and contact_id = any ($2) and street is not null and zip is not null)
        select ids from mine cross join lateral (select array_agg(distinct contact_id) ids from (select a.contact_id from contact_addresses a
            where a.org_id = $1 and a.zip = mine.zip and lower(a.street) = mine.street limit $3) found) block
        """,
    ];

    private static readonly string[] companiesOf =
    [
        "with mine as (select distinct name_key k from companies where org_id = $1 and id = any ($2)) select ids from mine cross join lateral (select array_agg(id) ids from (select id from companies where org_id = $1 and name_key = mine.k limit $3) found) block",
        "with mine as (select distinct domain k from companies where org_id = $1 and id = any ($2) and domain is not null) select ids from mine cross join lateral (select array_agg(id) ids from (select id from companies where org_id = $1 and domain = mine.k limit $3) found) block",
        "with mine as (select distinct phone_key k from companies where org_id = $1 and id = any ($2) and phone_key is not null) select ids from mine cross join lateral (select array_agg(id) ids from (select id from companies where org_id = $1 and phone_key = mine.k limit $3) found) block",
    ];

    /// <summary>Pairs worth comparing in the whole book, the elder first.</summary>
    public static async Task<IReadOnlySet<(Guid First, Guid Second)>> OfAllAsync(CrmUnit unit, DuplicateKind kind, CancellationToken ct)
    {
        var pairs = new HashSet<(Guid, Guid)>();
        foreach (var keys in kind == DuplicateKind.People ? people : companies)
            await ReadAsync(unit, pairs, $"select array_agg(distinct id) from ({keys}) keys (k, id) group by k having count(distinct id) between 2 and $2", [Limit], ct);
        return pairs;
    }

    /// <summary>Pairs worth comparing of which one is among some records, the elder first.</summary>
    public static async Task<IReadOnlySet<(Guid First, Guid Second)>> OfAsync(CrmUnit unit, DuplicateKind kind, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var pairs = new HashSet<(Guid First, Guid Second)>();
        if (ids.Count == 0) return pairs;
        foreach (var sql in kind == DuplicateKind.People ? peopleOf : companiesOf) await ReadAsync(unit, pairs, sql, [ids.ToArray(), Limit + 1], ct);
        var mine = ids.ToHashSet();
        pairs.RemoveWhere(pair => !mine.Contains(pair.First) && !mine.Contains(pair.Second));
        return pairs;
    }

    private static async Task ReadAsync(CrmUnit unit, HashSet<(Guid, Guid)> pairs, string sql, object[] values, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)unit.Db.Database.GetDbConnection(), (NpgsqlTransaction)unit.Db.Database.CurrentTransaction!.GetDbTransaction());
        command.Parameters.Add(new() { Value = unit.Db.OrgId });
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var block = reader.IsDBNull(0) ? [] : await reader.GetFieldValueAsync<Guid[]>(0, ct);
            if (block.Length > Limit) continue;
            Array.Sort(block, (one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));
            for (var i = 0; i < block.Length; i++)
                for (var j = i + 1; j < block.Length; j++) pairs.Add((block[i], block[j]));
        }
    }
}
