using System.Text;
using CrmStudio.App.Loans.Import.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Import;

/// <summary>Words for tests of imports: a member, a file, and each step as that member.</summary>
internal sealed class ImportDesk(CrmFixture fixture, TestOrganization organization, TestMember member)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<Outcome<Guid>> UploadAsync(string text, string name = "loans.csv") =>
        AsAsync<ReceiveLoanFile, Outcome<Guid>>(verb => verb.RunAsync(new(new MemoryStream(Encoding.UTF8.GetBytes(text)), name), Ct));

    /// <summary>Uploads, takes the suggested mapping and runs the dry run to its end.</summary>
    public async Task<Guid> CheckedAsync(string text, LoanImportDuplicates duplicates = LoanImportDuplicates.Skip, string name = "loans.csv")
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
    public async Task<Guid> ImportedAsync(string text, LoanImportDuplicates duplicates = LoanImportDuplicates.Skip, string name = "loans.csv")
    {
        var id = await CheckedAsync(text, duplicates, name);
        await DoneAsync(StartAsync(id));
        return id;
    }

    public Task<Outcome> CheckAsync(Guid id, IReadOnlyList<LoanImportField?> fields, LoanImportDuplicates duplicates = LoanImportDuplicates.Skip) =>
        AsAsync<CheckLoanImport, Outcome>(verb => verb.RunAsync(new(id, fields, duplicates), Ct));

    public Task<Outcome> StartAsync(Guid id) => AsAsync<StartLoanImport, Outcome>(verb => verb.RunAsync(id, Ct));

    public Task<Outcome> CancelAsync(Guid id) => AsAsync<CancelLoanImport, Outcome>(verb => verb.RunAsync(id, Ct));

    public Task<Outcome> UndoAsync(Guid id) => AsAsync<UndoLoanImport, Outcome>(verb => verb.RunAsync(id, Ct));

    public Task<Outcome<bool>> WriteAsync(Guid id, int rows) => AsAsync<WriteImportRows, Outcome<bool>>(verb => verb.RunAsync(new(id, rows), Ct));

    public async Task<Outcome<LoanImportRow>> FixAsync(Guid id, int line, int column, string text)
    {
        var row = (await RowsAsync(id)).Single(r => r.Line == line);
        return await AsAsync<FixImportRow, Outcome<LoanImportRow>>(verb => verb.RunAsync(new(id, row.Id, new Dictionary<int, string> { [column] = text }), Ct));
    }

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
        await scope.ServiceProvider.GetRequiredService<WorkOnLoanImports>().RunAsync(Ct);
    }

    public Task<LoanImport> ImportAsync(Guid id) => organization.SaveAsync(unit => unit.Db.LoanImports.AsNoTracking().SingleAsync(import => import.Id == id));

    public Task<List<LoanImportRow>> RowsAsync(Guid id) =>
        organization.SaveAsync(unit => unit.Db.LoanImportRows.AsNoTracking().Where(row => row.ImportId == id).OrderBy(row => row.Line).ToListAsync());

    public Task<Loan?> LoanAsync(string number) => organization.SaveAsync(unit =>
        unit.Db.Loans.AsNoTracking().Include(loan => loan.Parties).Include(loan => loan.Visits).SingleOrDefaultAsync(loan => loan.Number == number));

    public async Task<LoanImportRowState[]> StatesAsync(Guid id) => [.. (await RowsAsync(id)).Select(row => row.State)];

    private async Task<TResult> AsAsync<TVerb, TResult>(Func<TVerb, Task<TResult>> act)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await act(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
