using CrmStudio.App.Loans.Qualifying.Queries;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo;

/// <summary>A loan as an application, with the rows it is kept in.</summary>
internal sealed record MismoOfLoan(MismoApplication Application, WorksheetRows Rows, HmdaRecord? Record)
{
    public static async Task<MismoOfLoan> ReadAsync(CrmUnit unit, Loan loan, CancellationToken ct)
    {
        var rows = await WorksheetReading.RowsAsync(unit, loan.Id, ct);
        var record = await unit.Db.HmdaRecords.SingleOrDefaultAsync(r => r.LoanId == loan.Id, ct);
        var people = await unit.Db.LoanParties.AsNoTracking().Where(party => party.LoanId == loan.Id).OrderBy(party => party.Role).ThenBy(party => party.Position)
            .Join(unit.Db.Contacts, party => party.ContactId, contact => contact.Id, (party, contact) => new MismoPerson(party.Id, party.Role, contact.FirstName, contact.LastName, contact.Email, contact.Phone))
            .ToListAsync(ct);
        return new(Of(loan, rows.Sheet(loan.Terms()), record?.Terms() ?? new HmdaTerms(), people), rows, record);
    }

    private static MismoApplication Of(Loan loan, Worksheet sheet, HmdaTerms hmda, IReadOnlyList<MismoPerson> people) => new()
    {
        Number = loan.Number, ApplicationOn = loan.ApplicationCompleteOn ?? loan.ApplicationOn, ClosingOn = loan.ClosingOn,
        Address = loan.PropertyAddress, City = loan.PropertyCity, State = loan.PropertyState, Zip = loan.PropertyZip, Sheet = sheet, Hmda = hmda, People = people,
    };

    /// <summary>Writes the sheet and the register's record of what was merged.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="chosen">Which facts come from the file.</param>
    /// <param name="merged">What is to stand.</param>
    /// <param name="parties">Parties of the loan by the keys of the file.</param>
    public Refusal? Write(CrmUnit unit, IReadOnlySet<string> chosen, MismoApplication merged, IReadOnlyDictionary<Guid, Guid> parties)
    {
        var sheet = merged.Sheet;
        if (chosen.Contains("incomes")) sheet = sheet with { Incomes = [.. sheet.Incomes.Select(line => line with { Id = Guid.CreateVersion7(), PartyId = Owner(line.PartyId) })] };
        if (chosen.Contains("liabilities")) sheet = sheet with { Liabilities = [.. sheet.Liabilities.Select(line => line with { Id = Guid.CreateVersion7(), PartyId = Owner(line.PartyId) })] };
        if (chosen.Contains("assets")) sheet = sheet with { Assets = [.. sheet.Assets.Select(line => line with { Id = Guid.CreateVersion7(), PartyId = Owner(line.PartyId) })] };
        if (WorksheetCheck.Of(sheet) is { IsDone: false } wrong) return wrong.Refusal;

        var (added, removed) = Rows.Write(sheet);
        unit.Db.AddRange(added);
        unit.Db.RemoveRange(removed);
        if (Rows.Facts.OrgId == Guid.Empty) unit.Db.Add(Rows.Facts);
        if (merged.Hmda == Application.Hmda) return null;

        var record = Record ?? new HmdaRecord(Rows.LoanId);
        if (Record is null) unit.Db.HmdaRecords.Add(record);
        return record.Set(merged.Hmda).Refusal;

        // A row of somebody who is not on the loan belongs to all borrowers.
        Guid? Owner(Guid? key) => key is { } of && parties.TryGetValue(of, out var party) ? party : null;
    }
}
