using System.Text;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Grid;

public sealed class LoanGridExportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BuiltInRole.Assistant)]
    [InlineData(BuiltInRole.Viewer)]
    public async Task Who_may_not_export_gets_no_file_and_the_attempt_is_noted(BuiltInRole role)
    {
        var (fixture, organization) = await StartAsync();
        var member = await organization.MemberAsync(role);
        await using var scope = await fixture.AsAsync(member);

        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<LoanGridExport>().ReadAsync(new(LoanView.Everything), Ct)).Refusal);
        Assert.True(await organization.SaveAsync(unit => unit.Db.AuditEntries.AnyAsync(entry => entry.MemberId == member.Id && entry.Verb == "loans.export" && entry.Action == AuditAction.Refused, Ct)));
    }

    [Fact]
    public async Task The_file_has_every_loan_of_the_view_once_in_its_order_and_the_export_is_noted()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.SomeLoansAsync(new Random(7), 1_210);

        var lines = await FileAsync(fixture, admin, new(LoanFilter.None, LoanSort.Amount, Descending: true));

        Assert.Equal("Loan number,Borrower,Amount,LTV,Stage,Days in stage,Lock expires,Closing,Product,Purpose,Source,Officer,Processor,Opened", lines[0]);
        Assert.Equal(1_210, lines.Skip(1).Select(line => line.Split(',')[0]).Distinct().Count());
        var amounts = lines.Skip(1).Select(line => line.Split(',')[2]).TakeWhile(text => text.Length > 0).Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(amounts.OrderDescending(), amounts);
        Assert.True(await organization.SaveAsync(unit => unit.Db.AuditEntries.AnyAsync(entry => entry.MemberId == admin.Id && entry.Verb == "loans.export" && entry.Action == AuditAction.Read, Ct)));
    }

    [Fact]
    public async Task A_borrower_called_like_a_formula_is_text_in_the_file()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync(Milestone.Processing, admin, "=HYPERLINK(\"http://x\")");

        var lines = await FileAsync(fixture, admin, LoanView.Everything);

        Assert.DoesNotContain(",=", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_exports_but_sees_no_amounts_gets_none()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync(Milestone.Processing, admin, "Ada", 987_654m);
        await organization.SaveAsync(async unit =>
        {
            var role = await unit.Db.Roles.Include(r => r.Grants).SingleAsync(r => r.BuiltIn == BuiltInRole.Admin, Ct);
            unit.Db.RemoveRange(role.Grants.Where(grant => grant.Permission == "loans.amounts"));
            return true;
        });

        var lines = await FileAsync(fixture, admin, new(LoanFilter.Of(new LoanCondition(LoanField.Amount, LoanOperator.Min, "999999999")), LoanSort.Amount));

        Assert.Equal(2, lines.Count);
        Assert.DoesNotContain(lines, line => line.Contains("987", StringComparison.Ordinal) || line.Contains("Amount", StringComparison.Ordinal) || line.Contains("LTV", StringComparison.Ordinal));
    }

    private static async Task<List<string>> FileAsync(CrmFixture fixture, TestMember member, LoanView view)
    {
        await using var scope = await fixture.AsAsync(member);
        var file = (await scope.ServiceProvider.GetRequiredService<LoanGridExport>().ReadAsync(new(view), Ct)).Value!;
        using var into = new MemoryStream();
        await file.WriteAsync(into, Ct);
        return [.. Encoding.UTF8.GetString(into.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}
