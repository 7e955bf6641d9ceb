using System.Text;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads.Import;

/// <summary>A member with files of one kind.</summary>
internal sealed class FileDesk(CrmFixture fixture, TestOrganization organization, TestMember member, string kind)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestOrganization Organization => organization;

    public TestMember Member => member;

    public static async Task<FileDesk> StartAsync(string kind, BuiltInRole role = BuiltInRole.Admin)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        return new FileDesk(fixture, organization, await organization.MemberAsync(role, "Ana", "Reyes"), kind);
    }

    public Task<Outcome<Guid>> UploadAsync(string text) => AsAsync<ReceiveFile, Outcome<Guid>>(verb => verb.RunAsync(new(kind, new MemoryStream(Encoding.UTF8.GetBytes(text)), "people.csv"), Ct));

    public async Task<Guid> CheckedAsync(string text, ImportDuplicates duplicates = ImportDuplicates.Skip)
    {
        var id = await UploadAsync(text);
        Assert.True(id.IsDone, id.Refusal?.Message);
        var import = await organization.SaveAsync(unit => unit.Db.Imports.AsNoTracking().SingleAsync(one => one.Id == id.Value, Ct));
        await DoneAsync(AsAsync<CheckImport, Outcome>(verb => verb.RunAsync(new(kind, id.Value, import.Mapping().Fields, duplicates), Ct)));
        return id.Value;
    }

    public async Task<Guid> ImportedAsync(string text, ImportDuplicates duplicates = ImportDuplicates.Skip)
    {
        var id = await CheckedAsync(text, duplicates);
        await DoneAsync(StartAsync(id));
        return id;
    }

    public Task<Outcome> StartAsync(Guid id) => AsAsync<StartImport, Outcome>(verb => verb.RunAsync(kind, id, Ct));

    public Task<Outcome> UndoAsync(Guid id) => AsAsync<UndoImport, Outcome>(verb => verb.RunAsync(kind, id, Ct));

    public async Task DoneAsync(Task<Outcome> asked)
    {
        var outcome = await asked;
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        await using var scope = fixture.AsSystem(organization);
        await scope.ServiceProvider.GetRequiredService<WorkOnImports>().RunAsync(Ct);
    }

    public async Task<ImportVerdict[]> VerdictsAsync(Guid id) =>
        [.. (await organization.SaveAsync(unit => unit.Db.ImportChunks.AsNoTracking().Where(chunk => chunk.ImportId == id).OrderBy(chunk => chunk.Position).ToListAsync(Ct))).SelectMany(chunk => chunk.Verdicts)];

    public async Task<ImportRowState[]> StatesAsync(Guid id) => [.. (await VerdictsAsync(id)).Select(row => row.State)];

    private async Task<TResult> AsAsync<TVerb, TResult>(Func<TVerb, Task<TResult>> act)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await act(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
