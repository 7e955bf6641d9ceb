using CrmStudio.App.Loans.Qualifying.Queries;
using CrmStudio.App.Loans.Qualifying.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Qualifying;

public sealed class QualifyLoanTests
{
    private static readonly HashSet<string> none = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_sees_no_amounts_neither_reads_nor_changes_the_sheet()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        var loan = await organization.LoanAsync(officer: ana);
        var sheet = await SheetAsync(fixture, ana, loan);

        Assert.Equal(Refusal.NotAllowed, (await ReadAsync(fixture, ben, loan)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await SaveAsync(fixture, ben, loan, sheet, sheet with { Housing = new(Taxes: 1) })).Refusal);
    }

    [Fact]
    public async Task A_viewer_reads_and_does_not_change()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer, teamId: branch);
        var loan = await organization.LoanAsync(officer: ana);
        var read = await ReadAsync(fixture, viewer, loan);

        Assert.False(read.Value!.MayEdit);
        Assert.Equal(Refusal.NotAllowed, (await SaveAsync(fixture, viewer, loan, read.Value.Sheet, read.Value.Sheet with { Housing = new(Taxes: 1) })).Refusal);
    }

    [Fact]
    public async Task The_sheet_of_another_officer_or_organization_is_not_found()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");

        Assert.Equal(Refusal.NotFound, (await ReadAsync(fixture, marc, await organization.LoanAsync(officer: ana))).Refusal);
        Assert.Equal(Refusal.NotFound, (await ReadAsync(fixture, marc, await other.LoanAsync())).Refusal);
    }

    [Fact]
    public async Task A_row_of_somebody_who_is_no_party_of_the_loan_is_not_taken()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(officer: ana);
        var sheet = await SheetAsync(fixture, ana, loan);

        var saved = await SaveAsync(fixture, ana, loan, sheet, sheet with { Incomes = [new(Guid.CreateVersion7(), Guid.CreateVersion7(), IncomeKind.Base, null, 1)] });

        Assert.Equal(Refusal.NotFound, saved.Refusal);
    }

    [Fact]
    public async Task A_sheet_ends_at_its_limits_and_names_the_row()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(officer: ana);
        var sheet = await SheetAsync(fixture, ana, loan);
        var rich = new AssetLine(Guid.CreateVersion7(), null, AssetKind.Savings, "Harbor Bank", LoanQualification.SumLimit + 0.01m);
        IncomeLine[] many = [.. Enumerable.Range(0, LoanQualification.RowsLimit + 1).Select(_ => new IncomeLine(Guid.CreateVersion7(), null, IncomeKind.Base, null, 1))];

        Assert.Equal(WorksheetCheck.Row(rich.Id), (await SaveAsync(fixture, ana, loan, sheet, sheet with { Assets = [rich] })).Refusal?.Field);
        Assert.Equal("loans.sheet-full", (await SaveAsync(fixture, ana, loan, sheet, sheet with { Incomes = many })).Refusal?.Code);
        Assert.NotNull((await SaveAsync(fixture, ana, loan, sheet, sheet with { Incomes = many[1..] })).Value?.Changed);
    }

    [Fact]
    public async Task Two_officers_in_one_cell_are_asked_and_nothing_is_overwritten()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        var loan = await organization.LoanAsync(officer: ana);
        var sheet = await SheetAsync(fixture, ana, loan);
        await SaveAsync(fixture, admin, loan, sheet, sheet with { Housing = new(Taxes: 500, Hazard: 90) });

        var hers = sheet with { Housing = new(Taxes: 450, Association: 120) };
        var asked = await SaveAsync(fixture, ana, loan, sheet, hers);
        Assert.Equal(("Housing/Taxes", "450", "500.00"), asked.Value!.Conflicts.Select(c => (c.Path, c.Mine, c.Theirs)).Single());
        Assert.Equal(500, (await SheetAsync(fixture, ana, loan)).Housing.Taxes);

        await SaveAsync(fixture, ana, loan, sheet, hers, ["Housing/Taxes"]);
        Assert.Equal((450m, 90m, 120m), (await SheetAsync(fixture, ana, loan)).Housing is var now ? (now.Taxes, now.Hazard, now.Association) : default);
    }

    [Fact]
    public async Task A_saved_sheet_comes_back_whole_and_undo_takes_it_back_whole()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(officer: ana);
        var was = await SheetAsync(fixture, ana, loan);
        var first = was with
        {
            Housing = new(400, 100, null, 150), Costs = new(PrepaidFinanceCharges: 6_000, FirstPaymentOn: new DateOnly(2027, 1, 1), AllFeesEntered: true),
            Incomes = [new(Guid.CreateVersion7(), null, IncomeKind.Base, "Tidewater Boats", 9_000)],
            Liabilities = [new(Guid.CreateVersion7(), null, LiabilityKind.Installment, "Car", 8_000, 350, 30), new(Guid.CreateVersion7(), null, LiabilityKind.Alimony, null, null, 900, 60, LiabilityTreatment.ReducesIncome)],
            Assets = [new(Guid.CreateVersion7(), null, AssetKind.Savings, "Harbor Bank", 130_000, true)],
        };
        await SaveAsync(fixture, ana, loan, was, first);
        var kept = await SheetAsync(fixture, ana, loan);
        Assert.True(WorksheetMerge.IsSame(first, kept));

        var second = kept with { Terms = kept.Terms with { NoteRate = 6.125m }, Liabilities = [kept.Liabilities[1]], Incomes = [kept.Incomes[0] with { Monthly = 9_500 }, new(Guid.CreateVersion7(), null, IncomeKind.Bonus, null, 300)] };
        var changed = (await SaveAsync(fixture, ana, loan, kept, second)).Value!.Changed!;
        Assert.True(WorksheetMerge.IsSame(second, await SheetAsync(fixture, ana, loan)));

        await using var scope = await fixture.AsAsync(ana);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(changed.UndoId), Ct)).IsDone);
        Assert.True(WorksheetMerge.IsSame(kept, await SheetAsync(fixture, ana, loan)));
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<Outcome<LoanWorksheet>> ReadAsync(CrmFixture fixture, TestMember member, Guid loan)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<WorksheetQuery>().ReadAsync(loan, Ct);
    }

    private static async Task<Worksheet> SheetAsync(CrmFixture fixture, TestMember member, Guid loan) => (await ReadAsync(fixture, member, loan)).Value!.Sheet;

    private static async Task<Outcome<QualifyLoan.Result>> SaveAsync(CrmFixture fixture, TestMember member, Guid loan, Worksheet was, Worksheet mine, HashSet<string>? takeMine = null)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<QualifyLoan>().RunAsync(new(loan, was, mine, takeMine ?? none, none), Ct);
    }
}
