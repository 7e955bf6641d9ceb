using System.Diagnostics;
using System.Security.Cryptography;
using CrmStudio.App.Loans.Letters.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Letters;

public sealed class LettersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assistant_makes_no_letter_opens_none_and_sees_no_amount_of_one()
    {
        var desk = await LetterDesk.OpenAsync();
        await desk.LimitAsync();
        var letter = (await desk.IssueAsync()).Value!;
        var assistant = await AssistantAsync(desk);

        Assert.Equal(Refusal.NotAllowed, (await desk.IssueAsync(assistant)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await desk.FileAsync(assistant, letter.LetterId)).Refusal);
        var seen = (await desk.ReadAsync(assistant)).Value!;
        var line = Assert.Single(seen.Letters);
        Assert.Equal(letter.Number, line.Number);
        Assert.Equal((null, null, null, false), (line.Price, line.Amount, line.Programme, line.MayOpen));
        Assert.Null(seen.Limits);
        Assert.Null(seen.Suggested);
        Assert.False(seen.MayWrite);
    }

    [Fact]
    public async Task The_letter_of_another_officers_loan_or_of_another_lender_is_not_found()
    {
        var desk = await LetterDesk.OpenAsync();
        await desk.LimitAsync();
        var letter = (await desk.IssueAsync()).Value!;
        var marc = await desk.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var stranger = await (await TestOrganization.CreateAsync(desk.Fixture, "Other Lending")).MemberAsync(BuiltInRole.Admin);

        Assert.Equal(Refusal.NotFound, (await desk.FileAsync(marc, letter.LetterId)).Refusal);
        Assert.Equal(Refusal.NotFound, (await desk.FileAsync(stranger, letter.LetterId)).Refusal);
        Assert.Equal(Refusal.NotFound, (await desk.IssueAsync(marc)).Refusal);
    }

    [Fact]
    public async Task Without_limits_a_letterhead_or_a_licensed_officer_there_is_no_letter()
    {
        Assert.Equal(LetterRefusals.NoLimits, (await (await LetterDesk.OpenAsync()).IssueAsync()).Refusal);

        var unlettered = await LetterDesk.OpenAsync(hasLetterhead: false);
        await unlettered.LimitAsync();
        Assert.Equal(LetterRefusals.NoLetterhead, (await unlettered.IssueAsync()).Refusal);

        var unlicensed = await LetterDesk.OpenAsync(isLicensed: false);
        await unlicensed.LimitAsync();
        Assert.Equal(LetterRefusals.NoOriginator, (await unlicensed.IssueAsync()).Refusal);
        Assert.Equal(LetterRefusals.NoOriginator, (await unlicensed.ReadAsync(unlicensed.Officer)).Value!.Missing);
    }

    [Fact]
    public async Task A_letter_above_the_limit_is_refused_and_leaves_nothing_behind()
    {
        var desk = await LetterDesk.OpenAsync();
        await desk.LimitAsync();

        Assert.Equal("loans.letter-price", (await desk.IssueAsync(price: 512_001)).Refusal?.Code);
        Assert.Empty((await desk.ReadAsync(desk.Officer)).Value!.Letters);
    }

    [Fact]
    public async Task A_letter_says_what_was_agreed_and_is_kept_byte_for_byte()
    {
        var desk = await LetterDesk.OpenAsync("Marisol O’Brien (Bob) \\ Söhne");
        await desk.LimitAsync();

        var first = (await desk.IssueAsync(namesProperty: true)).Value!;
        var second = (await desk.IssueAsync(price: 480_000, amount: 380_000)).Value!;

        Assert.Equal([$"PA-{LetterDesk.Today.Year % 100:00}-0001", $"PA-{LetterDesk.Today.Year % 100:00}-0002"], [first.Number, second.Number]);
        var file = (await desk.FileAsync(desk.Officer, first.LetterId)).Value!;
        var text = await TextAsync(file.Content);
        Assert.Contains("Marisol O’Brien (Bob) \\ Söhne", text, StringComparison.Ordinal);
        Assert.Contains("Evan Whitlock", text, StringComparison.Ordinal);
        Assert.Contains("$500,000", text, StringComparison.Ordinal);
        Assert.Contains("$400,000", text, StringComparison.Ordinal);
        Assert.Contains("80%", text, StringComparison.Ordinal);
        Assert.Contains("214 Alder Court, Wells Harbor, ME 04090", text, StringComparison.Ordinal);
        Assert.Contains(first.Number, text, StringComparison.Ordinal);
        Assert.Contains("NMLS 9942007", text, StringComparison.Ordinal);
        Assert.Contains("NMLS 1482207", text, StringComparison.Ordinal);
        Assert.DoesNotContain("512,000", text, StringComparison.Ordinal);   // the limit itself is nobody's business but ours
        Assert.DoesNotContain("6.375", text, StringComparison.Ordinal);
        Assert.DoesNotContain("214 Alder Court", await TextAsync((await desk.FileAsync(desk.Officer, second.LetterId)).Value!.Content), StringComparison.Ordinal);

        var row = await desk.Organization.SaveAsync(unit => unit.Db.LoanLetters.SingleAsync(letter => letter.Id == first.LetterId, Ct));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file.Content)), row.Sha256);
        Assert.Equal([(2, LetterState.Valid), (1, LetterState.Valid)], (await desk.ReadAsync(desk.Officer)).Value!.Letters.Select(line => (line.Place, line.State)));
    }

    [Fact]
    public async Task Every_download_stands_in_the_audit_trail()
    {
        var desk = await LetterDesk.OpenAsync();
        await desk.LimitAsync();
        var letter = (await desk.IssueAsync()).Value!;
        var compliance = await desk.Organization.MemberAsync(BuiltInRole.Compliance);

        Assert.True((await desk.FileAsync(compliance, letter.LetterId)).IsDone);

        var entry = Assert.Single(await desk.Organization.SaveAsync(unit => unit.Db.AuditEntries.Where(e => e.Action == AuditAction.Read && e.EntityId == letter.LetterId).ToListAsync(Ct)));
        Assert.Equal((compliance.Id, "loans.letters.open"), (entry.MemberId, entry.Verb));
    }

    [Fact]
    public async Task A_file_that_is_not_the_one_that_was_made_is_not_given_out()
    {
        var desk = await LetterDesk.OpenAsync();
        await desk.LimitAsync();
        var letter = (await desk.IssueAsync()).Value!;
        var fileId = await desk.Organization.SaveAsync(unit => unit.Db.LoanLetters.Where(l => l.Id == letter.LetterId).Select(l => l.FileId).SingleAsync(Ct));
        await desk.Fixture.Services.GetRequiredService<IFileStore>().PutAsync(new FileKey(desk.Organization.Id, fileId), new MemoryStream("%PDF-1.7 another"u8.ToArray()), Ct);

        Assert.Equal(LetterRefusals.FileMissing, (await desk.FileAsync(desk.Officer, letter.LetterId)).Refusal);
    }

    [Fact]
    public async Task A_revoked_letter_stays_listed_with_its_reason_and_is_revoked_once()
    {
        var desk = await LetterDesk.OpenAsync();
        await desk.LimitAsync();
        var letter = (await desk.IssueAsync()).Value!;

        Assert.Equal(LetterRefusals.RevokeReasonNeeded, (await RevokeAsync(desk, letter.LetterId, " ")).Refusal);
        Assert.True((await RevokeAsync(desk, letter.LetterId, "The job ended")).IsDone);
        Assert.Equal(LetterRefusals.AlreadyRevoked, (await RevokeAsync(desk, letter.LetterId, "Again")).Refusal);
        var line = Assert.Single((await desk.ReadAsync(desk.Officer)).Value!.Letters);
        Assert.Equal((LetterState.Revoked, "The job ended"), (line.State, line.RevokedReason));
    }

    private static Task<Outcome<Changed>> RevokeAsync(LetterDesk desk, Guid letter, string reason) => desk.AsAsync<RevokeLetter, Outcome<Changed>>(desk.Officer, revoke => revoke.RunAsync(new(letter, reason), Ct));

    private static async Task<TestMember> AssistantAsync(LetterDesk desk)
    {
        var team = await desk.Organization.SaveAsync(unit => unit.Db.Teams.Select(t => t.Id).SingleAsync(Ct));
        return await desk.Organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", team);
    }

    private static async Task<string> TextAsync(byte[] pdf)
    {
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        await reader.StandardInput.BaseStream.WriteAsync(pdf, Ct);
        reader.StandardInput.Close();
        return string.Join(' ', (await reader.StandardOutput.ReadToEndAsync(Ct)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
