using System.Reflection;
using System.Text;
using CrmStudio.App.Hosting;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.App.Loans;
using CrmStudio.App.Contacts.Import;
using CrmStudio.App.Leads.Import;
using CrmStudio.App.Tests.Leads.Import;
using CrmStudio.App.Tests.Loans.Import;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.App.Tests.Hosting;

/// <summary>Whatever leaves for a spreadsheet is looked at as one would read it: no cell runs (OWASP ASVS 1.2.10).</summary>
public sealed class SpreadsheetTests
{
    private const string Starters = "=+-@\t\r\n\0＝＋－＠";

    // Every one stands for a habit of some spreadsheet: what begins a formula, and what begins a cell where another separator is the custom.
    private static readonly string[] poison =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://evil.example\",\"here\")", "=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1", "＠A1", "  =1+1", "'=1+1",
        "a;=1+1", "a\t=1+1", "a|=1+1", "a,=1+1", "a\"=1+1", "\";=1+1", "a\r\n=1+1",
    ];

    // Who writes such a file elsewhere maps it under an address that ends in .csv, says below how it is filled, and adds the source here.
    private static readonly string[] sources = ["Contacts/ContactEndpoints.cs", "Integrations/Imports/ImportEndpoints.cs", "Leads/LeadEndpoints.cs", "Loans/LoanGridEndpoints.cs"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_file_for_a_spreadsheet_holds_a_cell_that_runs()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "=1+1", "@Admin");
        await LoansAsync(organization, admin);
        await LeadsAsync(organization, admin);
        Func<Task<(string, object)[]>> nothing = () => Task.FromResult<(string, object)[]>([]);
        Func<Task<(string, object)[]>> Broken(string kind) => async () => [("importId", await new FileDesk(fixture, organization, admin, kind).CheckedAsync(Poisoned("Name,E-mail,Phone,=1+1,\"@SUM(A1)\",\"a;=1+1\"")))];
        var fill = new Dictionary<string, Func<Task<(string Name, object Value)[]>>>(StringComparer.Ordinal)
        {
            ["/loans/grid.csv"] = nothing, ["/leads.csv"] = nothing, ["/contacts/people.csv"] = nothing,
            ["/loans/import/sample.csv"] = nothing, ["/leads/import/sample.csv"] = nothing, ["/contacts/import/sample.csv"] = nothing, ["/companies/import/sample.csv"] = nothing,
            ["/leads/import/{importId:guid}/errors.csv"] = Broken(LeadImportKind.KindName), ["/contacts/import/{importId:guid}/errors.csv"] = Broken(ContactImportKind.KindName), ["/companies/import/{importId:guid}/errors.csv"] = Broken(CompanyImportKind.KindName),
            ["/loans/import/{importId:guid}/errors.csv"] = async () => [("importId", await BrokenImportAsync(fixture, organization, admin))],
        };

        foreach (var door in Doors(fixture))
        {
            var path = door.RoutePattern.RawText!;
            Assert.True(fill.ContainsKey(path), $"{path}: say here how this file is filled, so that its cells are looked at.");
            var cells = Cells(await GetAsync(fixture, admin, door, await fill[path]())).ToList();
            Assert.True(cells.Count > 5, $"{path} has {cells.Count} cells.");
            Assert.All(cells, cell => Assert.False(Runs(cell), $"{path}: {cell}"));
        }
    }

    [Fact]
    public void Cells_that_run_are_told_from_those_that_do_not()
    {
        var raw = string.Join(',', poison.Select(text => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text));
        Assert.Contains(new Cell("=1+1", false), Cells(raw));
        Assert.Equal(14, Cells(raw).Count(Runs));   // all but those that begin with a letter or a guard and stand in quotes
        Assert.DoesNotContain(Cells("'=1+1,-1250.50,\"a;=1+1\""), Runs);
    }

    [Fact]
    public void Nothing_else_says_that_it_is_such_a_file()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CrmStudio.sln"))) root = root.Parent!;
        var app = Path.Combine(root.FullName, "src", "App");
        string[] types = ["\"text/csv", "text/tab-separated-values", "application/vnd.ms-excel", "spreadsheetml"];
        var found = Directory.EnumerateFiles(app, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(app, file).Replace('\\', '/'), file)).Where(source => !source.Path.StartsWith("obj/", StringComparison.Ordinal) && !source.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Where(source => types.Any(type => File.ReadAllText(source.file).Contains(type, StringComparison.Ordinal))).Select(source => source.Path);
        Assert.Equal(sources, found.Order(StringComparer.Ordinal));
    }

    private static async Task LoansAsync(TestOrganization organization, TestMember officer)
    {
        foreach (var text in poison)
            await organization.LoanAsync(Milestone.Processing, officer, text, with: loan =>
            {
                loan.SetTerms(loan.Terms() with { Product = text });
                loan.LocateProperty(text, text, "ME", "04090");
            });
    }

    private static Task LeadsAsync(TestOrganization organization, TestMember officer) => organization.SaveAsync(unit =>
    {
        foreach (var text in poison)
        {
            var person = new Contact(text, text) { OwnerId = officer.Id };
            var lead = Lead.Receive(person, new LeadOrigin(text, text, text, text, text), new LeadWish(Message: text), officer.Id, unit.At).Value!;
            Assert.True(lead.AssignTo(officer.Id, unit.At).IsDone && lead.Plan(text, null).IsDone);
            unit.Db.AddRange(person, lead);
        }
    });

    private static async Task<object> BrokenImportAsync(CrmFixture fixture, TestOrganization organization, TestMember member) =>
        await new ImportDesk(fixture, organization, member).CheckedAsync(Poisoned("Loan number,Borrower,Amount,=1+1,\"@SUM(A1)\",\"a;=1+1\""), name: "=1+1.csv");

    // Every cell of every row is poisoned, the names of the columns too; no row can be taken.
    private static string Poisoned(string columns)
    {
        var text = new StringBuilder(columns).Append("\r\n");
        foreach (var bad in poison.Where(bad => !bad.Contains('\n', StringComparison.Ordinal)))
            text.Append(',').AppendJoin(',', Enumerable.Repeat($"\"{bad.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", 5)).Append("\r\n");
        return text.ToString();
    }

    /// <summary>Every address that gives out a file for a spreadsheet, as the app maps it.</summary>
    private static IReadOnlyList<RouteEndpoint> Doors(CrmFixture fixture)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        var url = new Uri("http://localhost:1/");
        builder.AddCrm(new CrmSettings { DataFolder = Path.GetTempPath(), Urls = [url.ToString()], PublicUrl = url }, fixture.Services.GetRequiredService<NpgsqlDataSource>(), fixture.Strings.App);
        using var app = (IDisposable)builder.Build();   // never started
        var maps = typeof(LoanGridEndpoints).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.Name.StartsWith("Map", StringComparison.Ordinal) && method.GetParameters() is [{ ParameterType: var first }] && first == typeof(IEndpointRouteBuilder));
        foreach (var map in maps) map.Invoke(null, [(IEndpointRouteBuilder)app]);
        var doors = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.EndsWith(".csv", StringComparison.Ordinal)).ToList();
        Assert.True(doors.Count >= 3, "The endpoints of the app are not found.");
        return doors;
    }

    private static async Task<string> GetAsync(CrmFixture fixture, TestMember member, RouteEndpoint door, (string Name, object Value)[] route)
    {
        await using var scope = await fixture.AsAsync(member);
        var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body }, Request = { Method = "GET" } };
        foreach (var (name, value) in route) context.Request.RouteValues[name] = value.ToString();
        await door.RequestDelegate!(context);
        Assert.Equal(200, context.Response.StatusCode);
        Assert.StartsWith("text/csv", context.Response.ContentType, StringComparison.Ordinal);
        return Encoding.UTF8.GetString(body.ToArray()).TrimStart('\uFEFF');
    }

    private sealed record Cell(string Text, bool IsQuoted);

    /// <summary>The cells as RFC 4180 reads them.</summary>
    private static IEnumerable<Cell> Cells(string file)
    {
        var (text, isQuoted, isInside) = (new StringBuilder(), false, false);
        for (var i = 0; i < file.Length; i++)
        {
            if (isInside && file[i] == '"' && i + 1 < file.Length && file[i + 1] == '"') text.Append(file[i++]);
            else if (file[i] == '"') (isInside, isQuoted) = (!isInside, true);
            else if (!isInside && file[i] is ',' or '\r' or '\n' && !isInside)
            {
                if (file[i] != '\n') yield return new Cell(text.ToString(), isQuoted);
                text.Clear();
                isQuoted = false;
            }
            else text.Append(file[i]);
        }
        if (text.Length > 0) yield return new Cell(text.ToString(), isQuoted);
    }

    private static bool Runs(Cell cell)
    {
        if (decimal.TryParse(cell.Text, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _)) return false;
        var seen = cell.Text.TrimStart(' ');
        if (seen.Length > 0 && Starters.Contains(seen[0], StringComparison.Ordinal)) return true;
        return !cell.IsQuoted && cell.Text.AsSpan().ContainsAny(";\t|");   // elsewhere the next cell would begin here
    }
}
