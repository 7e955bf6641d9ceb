using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.App.Tests.Contacts.Duplicates;

/// <summary>People and companies to merge, and all rows of an organization as they stand.</summary>
internal sealed class MergedPeople(CrmFixture fixture, TestOrganization organization)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<Guid> PersonAsync(TestMember? owner, string first, string last, string? email = null, string? phone = null, string? state = null) => organization.SaveAsync(unit =>
    {
        var contact = new Contact(first, last) { OwnerId = owner?.Id };
        if (contact.Know(new ContactFacts(first, last, email, phone, State: state)) is { IsDone: false } wrong) throw new InvalidOperationException(wrong.Refusal.Message);
        unit.Db.Contacts.Add(contact);
        return Task.FromResult(contact.Id);
    });

    public async Task<Outcome<Changed>> MergeAsync(TestMember member, Guid survivor, Guid lost, DuplicateKind kind = DuplicateKind.People, params string[] picks)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<MergeRecords>().RunAsync(new(kind, survivor, lost, picks), Ct);
    }

    public async Task<Outcome<PartRecords.Parted>> PartAsync(TestMember member, Guid mergeId)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<PartRecords>().RunAsync(new(mergeId), Ct);
    }

    public Task<Guid> LastMergeAsync() => organization.SaveAsync(unit => unit.Db.RecordMerges.OrderByDescending(merge => merge.At).ThenByDescending(merge => merge.Id).Select(merge => merge.Id).FirstAsync(Ct));

    public async Task<int> FindAsync(bool whole = false)
    {
        await using var scope = fixture.AsSystem(organization);
        return (await scope.ServiceProvider.GetRequiredService<FindDuplicates>().RunAsync(new(whole), Ct)).Value;
    }

    /// <summary>Every row that people wrote, but for when and in which save it was last written: what must be the same after a merge was taken back.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RowsAsync()
    {
        string[] kept = ["record_merges", "duplicate_pairs", "duplicate_searches"];
        var sql = await organization.SaveAsync(unit => Task.FromResult(string.Join(" union all ", unit.Db.Model.GetEntityTypes()
            .Where(type => type.ClrType.IsAssignableTo(typeof(Entity)) && !type.IsOwned() && !kept.Contains(type.GetTableName()))
            .Select(type => $"select '{type.GetTableName()} ' || id, (to_jsonb(t) - 'updated_at')::text from {type.GetTableName()} t where org_id = $1").Distinct())));
        await using var owner = new NpgsqlConnection(fixture.Strings.Owner);
        await owner.OpenAsync(Ct);
        await using (var bind = new NpgsqlCommand("select set_config('app.org_id', $1, false)", owner) { Parameters = { new() { Value = organization.Id.ToString() } } }) await bind.ExecuteNonQueryAsync(Ct);
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(sql, owner) { Parameters = { new() { Value = organization.Id } } };
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct)) rows[reader.GetString(0)] = reader.GetString(1);
        return rows;
    }

    /// <summary>What a save undone from the toast says.</summary>
    public async Task<Outcome<string>> UndoAsync(TestMember member, Guid? undoId)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(undoId), Ct);
    }
}
