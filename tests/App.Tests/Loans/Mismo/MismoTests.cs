using System.Text;
using CrmStudio.App.Loans.Mismo;
using CrmStudio.App.Loans.Mismo.Queries;
using CrmStudio.App.Loans.Mismo.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.App.Tests.Loans.Locks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using CrmStudio.Testing.Mismo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Mismo;

public sealed class MismoTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_sees_no_amounts_neither_brings_an_application_in_nor_takes_one_out()
    {
        var (fixture, organization, ana) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        var loan = await organization.LoanAsync(officer: ana);
        var file = await ReceiveAsync(fixture, ana, "purchase-conventional");

        Assert.Equal(Refusal.NotAllowed, (await AsAsync<ReceiveMismo, Outcome<ReceivedMismo>>(fixture, ben, receive => receive.RunAsync(new(Content("va-purchase"), "x.xml"), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await PreviewAsync(fixture, ben, file)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await SaveAsync(fixture, ben, file)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await ExportAsync(fixture, ben, loan)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await AsAsync<LoanMismoQuery, Outcome<LoanMismo>>(fixture, ben, query => query.ReadAsync(loan, Ct))).Refusal);
    }

    [Fact]
    public async Task The_files_and_loans_of_another_officer_or_organization_are_not_found()
    {
        var (fixture, organization, ana) = await StartAsync();
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var joy = await other.MemberAsync(BuiltInRole.Admin, "Joy", "Adeyemi");
        var loan = await organization.LoanAsync(officer: ana);
        var file = await ReceiveAsync(fixture, ana, "purchase-conventional");

        foreach (var stranger in (TestMember[])[marc, joy])
        {
            Assert.Equal(Refusal.NotFound, (await PreviewAsync(fixture, stranger, file)).Refusal);
            Assert.Equal(Refusal.NotFound, (await SaveAsync(fixture, stranger, file)).Refusal);
            Assert.Equal(Refusal.NotFound, (await ExportAsync(fixture, stranger, loan)).Refusal);
            var own = await ReceiveAsync(fixture, stranger, "va-purchase");
            Assert.Equal(Refusal.NotFound, (await SaveAsync(fixture, stranger, own, loan)).Refusal);
            Assert.Equal(Refusal.NotFound, (await PreviewAsync(fixture, stranger, own, loan)).Refusal);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_read_is_noted_with_the_place_and_nothing_of_it_is_kept()
    {
        var (fixture, organization, ana) = await StartAsync();
        var sent = new MemoryStream("<?xml version=\"1.0\"?>\n<!DOCTYPE MESSAGE [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<MESSAGE>&x;</MESSAGE>"u8.ToArray());
        var received = (await AsAsync<ReceiveMismo, Outcome<ReceivedMismo>>(fixture, ana, receive => receive.RunAsync(new(sent, "../../evil.xml"), Ct))).Value!;

        Assert.Equal("mismo.doctype", received.Refusal?.Code);
        var line = (await AsAsync<MismoFilesQuery, Outcome<IReadOnlyList<MismoFileLine>>>(fixture, ana, query => query.ReadAsync(Ct))).Value!.Single();
        Assert.Equal("evil.xml", line.FileName);
        Assert.StartsWith("Line 2 declares", line.RefusedFor, StringComparison.Ordinal);
        Assert.Null(await organization.SaveAsync(unit => unit.Db.MismoFiles.Select(file => file.CopyId).SingleAsync()));
        Assert.Equal(MismoRefusals.FileMissing, (await SaveAsync(fixture, ana, received.Id)).Refusal);
    }

    [Fact]
    public async Task An_application_becomes_a_loan_with_its_people_its_sheet_its_pieces_and_its_register()
    {
        var (fixture, organization, ana) = await StartAsync();
        var file = await ReceiveAsync(fixture, ana, "two-borrowers");
        var preview = (await PreviewAsync(fixture, ana, file)).Value!;
        Assert.Empty(preview.Matches);
        Assert.Equal(6, preview.Pieces.Count);

        var saved = await SaveAsync(fixture, ana, file);

        Assert.Null(saved.Refusal);
        await organization.SaveAsync(async unit =>
        {
            var loan = await unit.Db.Loans.Include(l => l.Parties).Include(l => l.Pieces).SingleAsync();
            Assert.Equal(("26-0509", "Jon Castellano", ana.Id, LoanPurpose.Purchase, 559_200m), (loan.Number, loan.BorrowerName, loan.OfficerId, loan.Purpose, loan.Amount));
            Assert.Equal((MismoSamples.Taken, MismoSamples.Taken.AddDays(65), "27 Meadow Lane"), (loan.ApplicationCompleteOn, loan.ClosingOn, loan.PropertyAddress));
            Assert.Equal(6, loan.Parties.Count);
            var amara = await unit.Db.LoanParties.Where(party => party.Role == LoanPartyRole.CoBorrower).Select(party => party.Id).SingleAsync();
            Assert.Equal(2, await unit.Db.LoanIncomes.CountAsync(income => income.PartyId == amara));
            Assert.Equal(3, await unit.Db.LoanLiabilities.CountAsync());
            Assert.Equal(2, await unit.Db.LoanAssets.CountAsync(asset => asset.PartyId == null));
            Assert.Equal(("23005", 740m), ((await unit.Db.HmdaRecords.SingleAsync()).County, (await unit.Db.LoanQualifications.SingleAsync()).Taxes));
            return true;
        });
    }

    [Fact]
    public async Task One_undo_takes_all_of_it_back_and_the_file_waits_again()
    {
        var (fixture, organization, ana) = await StartAsync();
        var file = await ReceiveAsync(fixture, ana, "two-borrowers");
        var saved = (await SaveAsync(fixture, ana, file)).Value!;
        Assert.Equal(MismoRefusals.SavedAlready, (await SaveAsync(fixture, ana, file)).Refusal);

        var undone = await AsAsync<UndoChange, Outcome<string>>(fixture, ana, undo => undo.RunAsync(new(saved.Changed.UndoId!.Value), Ct));

        Assert.Null(undone.Refusal);
        await organization.SaveAsync(async unit =>
        {
            Assert.False(await unit.Db.Loans.AnyAsync() || await unit.Db.Contacts.AnyAsync() || await unit.Db.LoanIncomes.AnyAsync() || await unit.Db.LoanAssets.AnyAsync() || await unit.Db.HmdaRecords.AnyAsync() || await unit.Db.Activities.AnyAsync());
            Assert.Null((await unit.Db.MismoFiles.SingleAsync()).LoanId);
            return true;
        });
        Assert.Null((await SaveAsync(fixture, ana, file)).Refusal);
    }

    [Fact]
    public async Task No_social_security_number_birthday_or_account_number_is_anywhere_in_the_database_or_the_store()
    {
        var (fixture, organization, ana) = await StartAsync();
        var file = await ReceiveAsync(fixture, ana, "two-borrowers");
        var saved = (await SaveAsync(fixture, ana, file)).Value!;
        var copy = await AsAsync<MismoCopyQuery, Outcome<MismoDownload>>(fixture, ana, query => query.ReadAsync(saved.LoanId, file, Ct));
        var export = await ExportAsync(fixture, ana, saved.LoanId);
        var written = new List<string> { await TextAsync(copy.Value!), await TextAsync(export.Value!) };
        await organization.SaveAsync(async unit =>
        {
            foreach (var entry in await unit.Db.AuditEntries.ToListAsync()) written.Add($"{entry.Before} {entry.After}");
            written.AddRange((await unit.Db.MismoFiles.Select(row => row.Report).ToListAsync()).OfType<string>());
            written.AddRange(await unit.Db.UndoEntries.Select(entry => entry.Steps).ToListAsync());
            return true;
        });

        foreach (var secret in (string[])["900129012", "900120123", "1984-02-02", "1986-06-16", "NotHispanicOrLatino"]) Assert.DoesNotContain(written, text => text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_loan_that_is_there_only_what_was_chosen_is_changed()
    {
        var (fixture, organization, ana) = await StartAsync();
        var marisol = new Contact("Marisol", "Whitlock");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(marisol));
        var loan = await organization.LoanAsync(Milestone.Processing, ana, with: loan => loan.AddParty(marisol.Id, marisol.Name, LoanPartyRole.Borrower));
        var file = await ReceiveAsync(fixture, ana, "purchase-conventional");
        var preview = (await PreviewAsync(fixture, ana, file, loan)).Value!;
        Assert.NotNull(preview.People.Single().Known);
        Assert.DoesNotContain(preview.News, field => field.Key is "amount" or "number");

        Assert.Null((await SaveAsync(fixture, ana, file, loan, chosen: ["value", "incomes"])).Refusal);

        await organization.SaveAsync(async unit =>
        {
            var kept = await unit.Db.Loans.Include(l => l.Parties).SingleAsync();
            Assert.Equal((515_000m, "ME", null, "Conv 30"), (kept.AppraisedValue, kept.PropertyState, kept.ClosingOn, kept.Product));
            Assert.Equal(kept.Parties.Single().Id, (await unit.Db.LoanIncomes.Select(income => income.PartyId).Distinct().SingleAsync()));
            Assert.False(await unit.Db.LoanLiabilities.AnyAsync() || await unit.Db.HmdaRecords.AnyAsync());
            return true;
        });
    }

    [Fact]
    public async Task A_second_borrower_of_a_file_never_takes_the_place_of_the_first_one_here()
    {
        var (fixture, organization, ana) = await StartAsync();
        var evan = new Contact("Evan", "Sorensen");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(evan));
        var loan = await organization.LoanAsync(Milestone.Processing, ana, "Evan Sorensen", with: loan => loan.AddParty(evan.Id, evan.Name, LoanPartyRole.Borrower));
        var file = await ReceiveAsync(fixture, ana, "purchase-conventional");

        Assert.Null((await SaveAsync(fixture, ana, file, loan, chosen: [])).Refusal);

        await organization.SaveAsync(async unit =>
        {
            var kept = await unit.Db.Loans.Include(l => l.Parties).SingleAsync();
            Assert.Equal("Evan Sorensen", kept.BorrowerName);
            Assert.Equal([LoanPartyRole.Borrower, LoanPartyRole.CoBorrower], kept.Parties.OrderBy(party => party.Position).Select(party => party.Role));
            return true;
        });
    }

    [Fact]
    public async Task A_loan_is_found_by_its_number_its_ULI_or_its_borrowers_address()
    {
        var (fixture, _, ana) = await StartAsync();
        var first = await ReceiveAsync(fixture, ana, "purchase-conventional");
        var loan = (await SaveAsync(fixture, ana, first)).Value!.LoanId;
        var text = MismoSamples.Fresh("purchase-conventional");

        Assert.Equal("the same loan number", await WhyAsync(text));
        Assert.Equal("the same ULI", await WhyAsync(text.Replace(">26-0501<", ">X<", StringComparison.Ordinal)));
        Assert.Equal("a borrower with the same e-mail", await WhyAsync(text.Replace(">26-0501<", ">X<", StringComparison.Ordinal).Replace("549300WTERSPRINGXX01", "549300WTERSPRINGXX02", StringComparison.Ordinal)));
        Assert.Equal("loans.number-taken", (await SaveAsync(fixture, ana, await ReceiveAsync(fixture, ana, "purchase-conventional"))).Refusal?.Code);

        async Task<string> WhyAsync(string sent)
        {
            var match = Assert.Single((await PreviewAsync(fixture, ana, await ReceiveTextAsync(fixture, ana, sent))).Value!.Matches);
            Assert.Equal(loan, match.LoanId);
            return match.Why;
        }
    }

    [Fact]
    public async Task A_closing_the_clocks_forbid_is_not_written_and_says_which_rule()
    {
        var (fixture, organization, ana) = await StartAsync();
        var file = await ReceiveTextAsync(fixture, ana, MismoSamples.Fresh("purchase-conventional", MismoSamples.Taken.AddDays(6)));
        var keys = (await PreviewAsync(fixture, ana, file)).Value!.News.Select(field => field.Key).ToList();

        var early = await SaveAsync(fixture, ana, file);
        Assert.Equal("loans.disclosure-too-late", early.Refusal?.Code);
        Assert.False(await organization.SaveAsync(unit => unit.Db.Loans.AnyAsync()));
        Assert.Null((await SaveAsync(fixture, ana, file, chosen: [.. keys.Where(key => key != "closing")])).Refusal);
    }

    [Fact]
    public async Task A_file_does_not_change_a_rate_the_lock_desk_locked()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        await books.LockAsync();
        var file = await ReceiveAsync(books.Fixture, books.Ana, "purchase-conventional");
        var keys = (await PreviewAsync(books.Fixture, books.Ana, file, books.LoanId)).Value!.News.Select(field => field.Key).ToList();

        Assert.Equal("loans.rate-is-locked", (await SaveAsync(books.Fixture, books.Ana, file, books.LoanId, keys)).Refusal?.Code);
        Assert.Equal(LockBooks.Terms.Rate, (await books.LoanAsync()).NoteRate);
        Assert.Null((await SaveAsync(books.Fixture, books.Ana, file, books.LoanId, [.. keys.Where(key => key is not ("rate" or "closing"))])).Refusal);
    }

    [Fact]
    public async Task A_loan_goes_out_and_comes_back_the_same_and_every_export_is_in_the_audit_trail()
    {
        var (fixture, organization, ana) = await StartAsync();
        foreach (var name in (string[])["two-borrowers", "investment-rental", "self-employed", "refinance-cash-out"])
        {
            var loan = (await SaveAsync(fixture, ana, await ReceiveAsync(fixture, ana, name))).Value!.LoanId;
            var text = await TextAsync((await ExportAsync(fixture, ana, loan)).Value!);
            var again = (await PreviewAsync(fixture, ana, await ReceiveTextAsync(fixture, ana, text), loan)).Value!;

            // The rows are new ones with the same content; everything else differs in nothing. Who is paid from what the file cannot say.
            Assert.DoesNotContain(again.News, field => field.Key is not ("incomes" or "liabilities" or "assets"));
            Assert.Equal(again.Now.Sheet.Liabilities.Select(Content).Order(StringComparer.Ordinal), again.File.Sheet.Liabilities.Select(Content).Order(StringComparer.Ordinal));
            Assert.Equal(again.Now.Sheet.Incomes.Sum(line => line.Monthly), again.File.Sheet.Incomes.Sum(line => line.Monthly));
            Assert.All(again.People, one => Assert.NotNull(one.Known));
        }
        Assert.Equal(4, await organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(entry => entry.Verb == "loans.mismo.export")));

        static string Content(LiabilityLine line) => $"{line.Kind} {line.Creditor} {line.Balance:0.00} {line.Monthly:0.00} {line.MonthsLeft} {line.Treatment}";
    }

    [Fact]
    public async Task A_file_nobody_wrote_to_a_loan_is_forgotten_after_a_day()
    {
        var (fixture, organization, ana) = await StartAsync();
        var old = await ReceiveAsync(fixture, ana, "va-purchase");
        await organization.SaveAsync(async unit =>
        {
            var row = await unit.Db.MismoFiles.SingleAsync(file => file.Id == old);
            unit.Db.Entry(row).Property(file => file.ReceivedAt).CurrentValue = unit.At.AddHours(-ReceiveMismo.Waits - 1);
            return true;
        });

        var fresh = await ReceiveAsync(fixture, ana, "fha-purchase");

        Assert.Equal(Refusal.NotFound, (await PreviewAsync(fixture, ana, old)).Refusal);
        Assert.Null((await PreviewAsync(fixture, ana, fresh)).Refusal);
    }

    private static async Task<(CrmFixture Fixture, TestOrganization Organization, TestMember Ana)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture, "Harborline Lending");
        return (fixture, organization, await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"));
    }

    private static async Task<T> AsAsync<TVerb, T>(CrmFixture fixture, TestMember member, Func<TVerb, Task<T>> run)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private static MemoryStream Content(string sample) => new(Encoding.UTF8.GetBytes(MismoSamples.Fresh(sample)));

    private static Task<Guid> ReceiveAsync(CrmFixture fixture, TestMember member, string sample) => ReceiveTextAsync(fixture, member, MismoSamples.Fresh(sample));

    private static async Task<Guid> ReceiveTextAsync(CrmFixture fixture, TestMember member, string text)
    {
        var received = await AsAsync<ReceiveMismo, Outcome<ReceivedMismo>>(fixture, member, receive => receive.RunAsync(new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "application.xml"), Ct));
        Assert.Null(received.Refusal ?? received.Value!.Refusal);
        return received.Value!.Id;
    }

    private static Task<Outcome<MismoPreview>> PreviewAsync(CrmFixture fixture, TestMember member, Guid file, Guid? loan = null) =>
        AsAsync<MismoPreviewQuery, Outcome<MismoPreview>>(fixture, member, query => query.ReadAsync(new(file, loan), Ct));

    /// <summary>Saves what was chosen; everything where nothing is said.</summary>
    private static async Task<Outcome<SavedMismo>> SaveAsync(CrmFixture fixture, TestMember member, Guid file, Guid? loan = null, IReadOnlyCollection<string>? chosen = null)
    {
        var preview = (await PreviewAsync(fixture, member, file, loan)).Value;
        var facts = (chosen ?? preview?.News.Select(field => field.Key) ?? []).ToHashSet();
        var people = (preview?.People.Select(one => one.Person.Key) ?? []).ToHashSet();
        return await AsAsync<SaveMismo, Outcome<SavedMismo>>(fixture, member, save => save.RunAsync(new(file, loan, preview?.SeenVersion ?? 0, facts, people, TakesPieces: true), Ct));
    }

    private static Task<Outcome<MismoDownload>> ExportAsync(CrmFixture fixture, TestMember member, Guid loan) => AsAsync<MismoExportQuery, Outcome<MismoDownload>>(fixture, member, query => query.ReadAsync(loan, Ct));

    private static async Task<string> TextAsync(MismoDownload download)
    {
        using var reader = new StreamReader(download.Content);
        return await reader.ReadToEndAsync(Ct);
    }
}
