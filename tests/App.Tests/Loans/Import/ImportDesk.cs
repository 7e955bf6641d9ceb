using System.Text;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.App.Loans.Import;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Import;

/// <summary>Words for tests of imports: a member, a file, and each step as that member.</summary>
internal sealed class ImportDesk(CrmFixture fixture, TestOrganization organization, TestMember member)
{
    private const string Kind = LoanImportKind.KindName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<Outcome<Guid>> UploadAsync(string text, string name = "loans.csv") =>
        AsAsync<ReceiveFile, Outcome<Guid>>(verb => verb.RunAsync(new(Kind, new MemoryStream(Encoding.UTF8.GetBytes(text)), name), Ct));

    /// <summary>Uploads, takes the suggested mapping and runs the dry run to its end.</summary>
    public async Task<Guid> CheckedAsync(string text, ImportDuplicates duplicates = ImportDuplicates.Skip, string name = "loans.csv")
    {
        var id = await UploadAsync(text, name);
        Assert.True(id.IsDone, id.Refusal?.Message);
        var import = await ImportAsync(id.Value);
        var asked = await CheckAsync(id.Value, import.Mapping().Fields, duplicates);
        Assert.True(asked.IsDone, asked.Refusal?.Message);
        await WorkAsync();
        return id.Value;
    }

    /// <summary>Uploads, checks and imports.</summary>
    public async Task<Guid> ImportedAsync(string text, ImportDuplicates duplicates = ImportDuplicates.Skip, string name = "loans.csv")
    {
        var id = await CheckedAsync(text, duplicates, name);
        await DoneAsync(StartAsync(id));
        return id;
    }

    public Task<Outcome> CheckAsync(Guid id, IReadOnlyList<string?> fields, ImportDuplicates duplicates = ImportDuplicates.Skip) =>
        AsAsync<CheckImport, Outcome>(verb => verb.RunAsync(new(Kind, id, fields, duplicates), Ct));

    public Task<Outcome> StartAsync(Guid id) => AsAsync<StartImport, Outcome>(verb => verb.RunAsync(Kind, id, Ct));

    public Task<Outcome> CancelAsync(Guid id) => AsAsync<CancelImport, Outcome>(verb => verb.RunAsync(Kind, id, Ct));

    public Task<Outcome> UndoAsync(Guid id) => AsAsync<UndoImport, Outcome>(verb => verb.RunAsync(Kind, id, Ct));

    /// <summary>One chunk, without a worker.</summary>
    public Task<Outcome<bool>> WriteChunkAsync(Guid id) => AsAsync<WriteImportChunk, Outcome<bool>>(verb => verb.RunAsync(new(Kind, id), Ct));

    public Task<Outcome<ImportVerdict>> FixAsync(Guid id, int line, int column, string text) =>
        AsAsync<FixImportRow, Outcome<ImportVerdict>>(verb => verb.RunAsync(new(Kind, id, line, new Dictionary<int, string> { [column] = text }), Ct));

    /// <summary>Asks, and lets the worker do it.</summary>
    public async Task DoneAsync(Task<Outcome> asked)
    {
        var outcome = await asked;
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        await WorkAsync();
    }

    /// <summary>One round of the worker.</summary>
    public async Task WorkAsync()
    {
        await using var scope = fixture.AsSystem(organization);
        await scope.ServiceProvider.GetRequiredService<WorkOnImports>().RunAsync(Ct);
    }

    public Task<FileImport> ImportAsync(Guid id) => organization.SaveAsync(unit => unit.Db.Imports.AsNoTracking().SingleAsync(import => import.Id == id));

    public Task<List<ImportChunk>> ChunksAsync(Guid id) =>
        organization.SaveAsync(unit => unit.Db.ImportChunks.AsNoTracking().Where(chunk => chunk.ImportId == id).OrderBy(chunk => chunk.Position).ToListAsync());

    /// <summary>What became of each row, in the order of the file.</summary>
    public async Task<ImportVerdict[]> VerdictsAsync(Guid id) => [.. (await ChunksAsync(id)).SelectMany(chunk => chunk.Verdicts)];

    public Task<Loan?> LoanAsync(string number) => organization.SaveAsync(unit =>
        unit.Db.Loans.AsNoTracking().Include(loan => loan.Parties).Include(loan => loan.Visits).SingleOrDefaultAsync(loan => loan.Number == number));

    public async Task<ImportRowState[]> StatesAsync(Guid id) => [.. (await VerdictsAsync(id)).Select(row => row.State)];

    private async Task<TResult> AsAsync<TVerb, TResult>(Func<TVerb, Task<TResult>> act)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await act(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
