using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>What lists and forms of people and companies name and offer: members, tags, and fields of the organization's own. Kept until one of them changes.</summary>
public sealed class PeopleChoicesQuery(CrmWork work, CurrentMember me, KeptReads kept)
{
    private static readonly string[] tables = ["members", "tags", "custom_fields"];
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(10);

    public async Task<Outcome<PeopleChoices>> ReadAsync(CancellationToken ct)
    {
        if (!me.May(ContactPermissions.Read)) return await NamesAsync(ct);   // refuses, and the audit trail says so
        var known = await kept.ReadAsync(me.OrgId, nameof(PeopleChoices), tables, keptFor, () => NamesAsync(CancellationToken.None), read => read.IsDone).WaitAsync(ct);
        if (!known.IsDone) return known;
        return known.Value with { MayEdit = me.May(ContactPermissions.Edit), MayExport = me.May(ContactPermissions.Export), MayImport = me.May(ContactPermissions.Import) };
    }

    private async Task<Outcome<PeopleChoices>> NamesAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.choices", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var members = await unit.Db.Members.AsNoTracking().OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new MemberChoice(member.Id, member.FirstName + " " + member.LastName, member.Status == MemberStatus.Active)).ToListAsync(ct);
        var tags = await unit.Db.Tags.AsNoTracking().OrderBy(tag => tag.Key).Select(tag => new TagChoice(tag.Id, tag.Name)).ToListAsync(ct);
        var fields = await unit.Db.CustomFields.AsNoTracking().Where(field => field.RetiredAt == null).OrderBy(field => field.Position)
            .Select(field => new FieldChoice(field.Id, field.EntityType, field.Name, field.Label, field.Kind, field.Choices)).ToListAsync(ct);
        return new PeopleChoices(members, tags, fields);
    }
}

/// <summary>What people and companies are named and chosen by.</summary>
public sealed record PeopleChoices(IReadOnlyList<MemberChoice> Members, IReadOnlyList<TagChoice> Tags, IReadOnlyList<FieldChoice> Fields)
{
    public bool MayEdit { get; init; }

    public bool MayExport { get; init; }

    public bool MayImport { get; init; }

    /// <summary>Members who may be given somebody.</summary>
    public IEnumerable<MemberChoice> Active => Members.Where(member => member.IsActive);

    /// <summary>A member's name; null for nobody and for who is gone.</summary>
    public string? Name(Guid? memberId) => memberId is null ? null : Members.FirstOrDefault(member => member.Id == memberId)?.Name;

    /// <summary>Fields of one kind of record.</summary>
    public IEnumerable<FieldChoice> FieldsOf(string entityType) => Fields.Where(field => field.EntityType == entityType);
}

/// <summary>A member to choose.</summary>
public sealed record MemberChoice(Guid Id, string Name, bool IsActive);

/// <summary>A tag to choose.</summary>
public sealed record TagChoice(Guid Id, string Name);

/// <summary>A field of the organization's own.</summary>
public sealed record FieldChoice(Guid Id, string EntityType, string Name, string Label, CustomFieldKind Kind, IReadOnlyList<string> Choices);
