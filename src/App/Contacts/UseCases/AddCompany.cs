using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Enters a company by hand. One of the same name, however it is spelled, is not entered twice.</summary>
public sealed class AddCompany(CrmWork work, CurrentMember me)
{
    public sealed record Input(CompanyFacts Facts, IReadOnlyDictionary<Guid, string?> Own);

    /// <summary>The new company, and the change for the toast's Undo.</summary>
    public sealed record Result(Guid CompanyId, Changed Changed);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.add", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var named = Company.Named(input.Facts.Name);
        if (named.Value is not { } company) return named.Refusal!;
        if (await unit.Db.Companies.AnyAsync(known => known.NameKey == company.NameKey, ct)) return ContactRefusals.CompanyKnownAlready(company.Name);
        if (company.Know(input.Facts) is { IsDone: false } wrong) return wrong.Refusal;
        company.LookedAfterBy(me.Id);
        unit.Db.Companies.Add(company);
        if (await OwnValues.SayAsync(unit, ContactTables.Companies, company.Id, input.Own, ct) is { } unreadable) return unreadable;

        var summary = $"Entered {company.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Result(company.Id, new(summary, unit.UndoId)) : saved.Refusal;
    }
}
