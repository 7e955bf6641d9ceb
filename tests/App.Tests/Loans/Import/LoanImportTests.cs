using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.Import;

public sealed class LoanImportTests
{
    private const string Header = "Loan number,First name,Last name,E-mail,Loan amount,Rate,Status,Purpose,Term,Co-borrower,Lock date,Lock expires\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BuiltInRole.Assistant)]
    [InlineData(BuiltInRole.Viewer)]
    [InlineData(BuiltInRole.SalesRep)]
    public async Task Who_may_not_import_brings_nothing_in(BuiltInRole role)
    {
        var (organization, _, desk) = await StartAsync(role);
        Assert.Equal(Refusal.NotAllowed, (await desk.UploadAsync(Header + "1,Ada,Lovelace\n")).Refusal);
        Assert.False(await organization.SaveAsync(unit => unit.Db.Imports.AnyAsync(Ct)));
    }

    [Fact]
    public async Task The_import_of_somebody_else_is_not_found()
    {
        var (organization, _, desk) = await StartAsync(BuiltInRole.LoanOfficer);
        var id = await desk.CheckedAsync(Header + "1,Ada,Lovelace,,,,,,,,,\n");
        var other = new ImportDesk(await CrmFixture.SharedAsync(), organization, await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));

        Assert.Equal(Refusal.NotFound, (await other.StartAsync(id)).Refusal);
        Assert.Equal(Refusal.NotFound, (await other.FixAsync(id, 2, 1, "Eva")).Refusal);

        var (_, _, elsewhere) = await StartAsync(BuiltInRole.Admin);
        Assert.Equal(Refusal.NotFound, (await elsewhere.StartAsync(id)).Refusal);
    }

    [Fact]
    public async Task A_file_without_rows_is_refused_and_leaves_nothing()
    {
        var (organization, _, desk) = await StartAsync();
        Assert.Equal(ImportRefusals.NoRows, (await desk.UploadAsync(Header)).Refusal);
        Assert.Equal("csv.empty", (await desk.UploadAsync("")).Refusal!.Code);
        Assert.False(await organization.SaveAsync(unit => unit.Db.Imports.AnyAsync(Ct)));
    }

    [Fact]
    public async Task A_dry_run_writes_no_loan_and_names_every_problem_by_line()
    {
        var (organization, _, desk) = await StartAsync();
        var id = await desk.CheckedAsync(Header
            + "1001,Ada,Lovelace,ada@example.com,\"$425,000\",6.75,Processing,Purchase,360,,3/1/2026,4/1/2026\n"
            + "1002,Bo,Derek,,abc,675,Procesing,Purchase,360,,4/1/2026,3/1/2026\n"
            + "1001,Cy,Young,,100000,6,,,,,,\n"
            + "1004,Di,\"Prince,,1,,,,,,,\n"
            + "1005,=1+1,Eve,,200000,,,,,,,\n");

        Assert.Equal(ImportStatus.Checked, (await desk.ImportAsync(id)).Status);
        var rows = await desk.VerdictsAsync(id);
        int[] lines = [2, 3, 4, 5, 6];
        Assert.Equal(lines, Assert.Single(await desk.ChunksAsync(id)).Lines);
        Assert.Equal([ImportRowState.Ready, .. Enumerable.Repeat(ImportRowState.Problem, 4)], rows.Select(row => row.State));
        Assert.Equal(
            ["Amount: “abc” is not an amount", "Rate: 675 is above 25 %; did you mean 6.75?", "Stage: “Procesing” is not a stage of this pipeline; did you mean Processing?", "Lock expires before it starts: 4/1/2026 to 3/1/2026"],
            rows[1].Problems.Select(p => p.Message).Order(StringComparer.Ordinal).Order(Comparer<string>.Create((a, b) => Rank(a) - Rank(b))));
        Assert.Equal("Loan number 1001 stands on line 2 already", Assert.Single(rows[2].Problems).Message);
        Assert.Contains(rows[3].Problems, p => p.Message.Contains("never closed", StringComparison.Ordinal));
        Assert.Contains(rows[4].Problems, p => p.Message.Contains("formula", StringComparison.Ordinal));
        Assert.False(await organization.SaveAsync(unit => unit.Db.Loans.AnyAsync(Ct)));

        static int Rank(string message) => Array.FindIndex(["Amount", "Rate", "Stage", "Lock"], word => message.StartsWith(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_fixed_in_place_is_imported_with_the_others()
    {
        var (_, officer, desk) = await StartAsync(BuiltInRole.LoanOfficer);
        var id = await desk.CheckedAsync(Header + "1001,Ada,Lovelace,ada@example.com,425000,675,,Purchase,360,Bob Lovelace,,\n1002,Bo,Derek,,300000,6,,,,,,\n");
        Assert.Equal(ImportRowState.Problem, (await desk.VerdictsAsync(id))[0].State);

        Assert.Equal("common.invalid", (await desk.FixAsync(id, 2, 5, "=1+1")).Refusal!.Code);
        var row = await desk.FixAsync(id, 2, 5, "6.75");
        Assert.Equal((ImportRowState.Ready, 0), (row.Value!.State, row.Value.Problems.Count));
        await desk.DoneAsync(desk.StartAsync(id));

        Assert.Equal([ImportRowState.Created, ImportRowState.Created], await desk.StatesAsync(id));
        var loan = await desk.LoanAsync("1001");
        Assert.Equal((425_000m, 6.75m, 360, LoanPurpose.Purchase, officer.Id, "Ada Lovelace"),
            (loan!.Amount!.Value, loan.NoteRate!.Value, loan.TermMonths!.Value, loan.Purpose!.Value, loan.OfficerId!.Value, loan.BorrowerName));
        Assert.Equal([LoanPartyRole.Borrower, LoanPartyRole.CoBorrower], loan.Parties.OrderBy(party => party.Position).Select(party => party.Role));
        Assert.Single(loan.Visits);
        Assert.Equal(ImportStatus.Finished, (await desk.ImportAsync(id)).Status);
    }

    [Fact]
    public async Task Fixing_a_repeated_number_frees_both_rows()
    {
        var (_, _, desk) = await StartAsync();
        var id = await desk.CheckedAsync("Loan number,Borrower\n7,Ada Lovelace\n7,Bo Derek\n");
        Assert.Equal([ImportRowState.Ready, ImportRowState.Problem], await desk.StatesAsync(id));

        await desk.FixAsync(id, 2, 0, "8");
        Assert.Equal([ImportRowState.Ready, ImportRowState.Ready], await desk.StatesAsync(id));
        await desk.FixAsync(id, 3, 0, "8");
        Assert.Equal([ImportRowState.Ready, ImportRowState.Problem], await desk.StatesAsync(id));
    }

    [Fact]
    public async Task A_loan_that_is_there_is_left_alone_or_changed_as_asked()
    {
        var (_, _, desk) = await StartAsync();
        await desk.ImportedAsync(Header + "1001,Ada,Lovelace,ada@example.com,425000,6.75,Application,Purchase,360,,,\n");

        var skipped = await desk.ImportedAsync(Header + "1001,Ada,Lovelace,,999000,6,,,,,,\n");
        Assert.Equal([ImportRowState.Skipped], await desk.StatesAsync(skipped));
        Assert.Equal(425_000m, (await desk.LoanAsync("1001"))!.Amount);

        var updated = await desk.ImportedAsync(Header + "1001,Ada,Lovelace,,430000,,Contacted,,,,,\n", ImportDuplicates.Update, "june.csv");
        Assert.Equal([ImportRowState.Updated], await desk.StatesAsync(updated));
        var loan = await desk.LoanAsync("1001");
        Assert.Equal((430_000m, 6.75m, 2), (loan!.Amount!.Value, loan.NoteRate!.Value, loan.Visits.Count));
        Assert.Contains(loan.Visits, visit => visit.Reason == "Imported from june.csv");

        var again = await desk.ImportedAsync(Header + "1001,Ada,Lovelace,,430000,,Contacted,,,,,\n", ImportDuplicates.Update);
        Assert.Equal([ImportRowState.Skipped], await desk.StatesAsync(again));
    }

    [Fact]
    public async Task An_officer_cannot_import_for_others_nor_change_their_loans()
    {
        var (organization, _, desk) = await StartAsync(BuiltInRole.LoanOfficer);
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await organization.LoanAsync(officer: marc);

        var id = await desk.CheckedAsync("Loan number,Borrower,Loan officer\n1,Ada Lovelace,Marc Dubois\nT-0001,Bo Derek,\n", ImportDuplicates.Update);
        var rows = await desk.VerdictsAsync(id);
        Assert.Equal([ImportRowState.Problem, ImportRowState.Problem], rows.Select(row => row.State));
        Assert.Contains("of your own", Assert.Single(rows[0].Problems).Message, StringComparison.Ordinal);
        Assert.Contains("may not change", Assert.Single(rows[1].Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_with_two_loans_is_one_contact()
    {
        var (organization, _, desk) = await StartAsync();
        await desk.ImportedAsync(Header + "1,Ada,Lovelace,Ada@example.com,,,,,,,,\n2,Ada,Lovelace,ada@example.com,,,,,,,,\n");
        await desk.ImportedAsync(Header + "3,Ada,Lovelace,ADA@example.com,,,,,,,,\n");
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));
        Assert.Equal(3, await organization.SaveAsync(unit => unit.Db.LoanParties.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_number_taken_meanwhile_fails_its_row_only()
    {
        var (organization, _, desk) = await StartAsync();
        var id = await desk.CheckedAsync("Loan number,Borrower\nA1,Ada Lovelace\nT-0001,Bo Derek\nA3,Cy Young\n", ImportDuplicates.Skip);
        await organization.LoanAsync();
        await desk.DoneAsync(desk.StartAsync(id));
        Assert.Equal([ImportRowState.Created, ImportRowState.Skipped, ImportRowState.Created], await desk.StatesAsync(id));
    }

    [Fact]
    public async Task The_mapping_an_organization_chose_is_remembered()
    {
        var (_, _, desk) = await StartAsync();
        var first = (await desk.UploadAsync("Ref,Client,Loan amount\n1,Ada Lovelace,425000\n")).Value;
        Assert.Equal(["", "BorrowerName", "Amount"], (await desk.ImportAsync(first)).MappedFields);
        await desk.DoneAsync(MapAsync(first));

        var second = (await desk.UploadAsync("REF.,client,Loan amount\n2,Bo Derek,300000\n")).Value;
        Assert.Equal(["LoanNumber", "BorrowerName", "Amount"], (await desk.ImportAsync(second)).MappedFields);

        async Task<Outcome> MapAsync(Guid id)
        {
            var import = await desk.ImportAsync(id);
            return await desk.CheckAsync(id, [LoanImportField.LoanNumber.Name(), .. import.Mapping().Fields.Skip(1)]);
        }
    }

    [Fact]
    public async Task Only_one_event_is_raised_for_a_whole_import()
    {
        var (organization, _, desk) = await StartAsync();
        await desk.ImportedAsync("Loan number,Borrower\n1,Ada Lovelace\n2,Bo Derek\n");
        var events = await organization.SaveAsync(unit => unit.Db.OutboxMessages.Select(message => message.Type).ToListAsync(Ct));
        Assert.Equal(["FileImported"], events);
        Assert.Equal(2, await organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(entry => entry.EntityType == "loans" && entry.Verb == "loans.import", Ct)));
    }

    [Fact]
    public async Task A_loan_that_funded_long_ago_did_not_fund_today()
    {
        var (_, _, desk) = await StartAsync();
        await desk.ImportedAsync("Loan number,Borrower,Stage,Closing date\n1,Ada Lovelace,Funded,2/3/2024\n");
        var loan = await desk.LoanAsync("1");
        Assert.Equal(new DateOnly(2024, 2, 3), loan!.FundedOn);
    }

    internal static async Task<(TestOrganization Organization, TestMember Member, ImportDesk Desk)> StartAsync(BuiltInRole role = BuiltInRole.Admin)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var member = await organization.MemberAsync(role, "Dana", "Whitfield");
        return (organization, member, new ImportDesk(fixture, organization, member));
    }
}
