using CrmStudio.App.Contacts.Import;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.Import;

public sealed class PeopleImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_come_in_with_their_companies_are_changed_by_a_second_file_and_go_out_again()
    {
        var desk = await FileDesk.StartAsync(ContactImportKind.KindName);
        const string header = "First name,Last name,E-mail,Phone,Kind,Title,Company\n";
        var first = await desk.ImportedAsync(header + "Jordan,Marsh,jordan@example.com,,Realtor,Broker,Harbor Realty\nKim,Hale,,207 555 0134,Client,,\"Harbor Realty, LLC\"\nNo,Reach,,,,,\n");
        var second = await desk.ImportedAsync(header + "Jordan,Marsh,jordan@example.com,207 555 0100,,Owner,New Firm\n", ImportDuplicates.Update);

        Assert.Equal([ImportRowState.Created, ImportRowState.Created, ImportRowState.Problem], await desk.StatesAsync(first));
        Assert.Equal([ImportRowState.Updated], await desk.StatesAsync(second));
        var jordan = await JordanAsync(desk);
        Assert.Equal((ContactKind.Agent, "Owner", "2075550100"), (jordan.Kind, jordan.JobTitle, jordan.PhoneKey));
        Assert.Equal(["Harbor Realty", "New Firm"], await desk.Organization.SaveAsync(unit => unit.Db.Companies.OrderBy(company => company.Name).Select(company => company.Name).ToListAsync(Ct)));

        await desk.DoneAsync(desk.UndoAsync(second));
        Assert.Equal(("Broker", null), ((await JordanAsync(desk)).JobTitle, (await JordanAsync(desk)).PhoneKey));
        await desk.DoneAsync(desk.UndoAsync(first));
        Assert.Equal([ImportRowState.Kept, ImportRowState.Reversed, ImportRowState.Problem], await desk.StatesAsync(first));   // a change that was taken back is an edit still
    }

    [Fact]
    public async Task Companies_are_known_again_by_their_name_without_its_legal_form()
    {
        var desk = await FileDesk.StartAsync(CompanyImportKind.KindName);
        const string header = "Company,Type,Domain,Phone,Website\n";
        var first = await desk.ImportedAsync(header + "Harbor Title,Title,harbor.example,207 555 0100,harbor.example\nBad,Circus,,,\n,,,,\n");
        var second = await desk.ImportedAsync(header + "\"Harbor Title, Inc.\",,,207 555 0111,\n", ImportDuplicates.Update);

        Assert.Equal([ImportRowState.Created, ImportRowState.Problem], (await desk.StatesAsync(first)).Take(2));
        Assert.Equal([ImportRowState.Updated], await desk.StatesAsync(second));
        var company = await desk.Organization.SaveAsync(unit => unit.Db.Companies.AsNoTracking().SingleAsync(Ct));
        Assert.Equal(("Harbor Title", CompanyKind.Title, "2075550111", "https://harbor.example"), (company.Name, company.Kind, company.PhoneKey, company.Website));
    }

    private static Task<Contact> JordanAsync(FileDesk desk) => desk.Organization.SaveAsync(unit => unit.Db.Contacts.AsNoTracking().SingleAsync(contact => contact.FirstName == "Jordan", Ct));
}
