using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Queries;

/// <summary>The documents that are usually asked for, as an administrator edits them.</summary>
public sealed class NeedTemplatesQuery(CrmWork work)
{
    public async Task<Outcome<IReadOnlyList<NeedTemplateLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.templates", PaperPermissions.Templates, ct);
        if (unit.Refused is { } refused) return refused;
        var templates = await unit.Db.NeedTemplates.AsNoTracking().OrderBy(template => template.Position).ThenBy(template => template.Id).ToListAsync(ct);
        return new Outcome<IReadOnlyList<NeedTemplateLine>>([.. templates.Select(template => new NeedTemplateLine(template.Id, new NeedTemplateDraft(
            template.Name, template.Instructions, template.Verifies, template.FromBorrower, template.DueInDays, template.GoodForDays,
            Parsed<MortgageType>(template.MortgageTypes), Parsed<LoanPurpose>(template.Purposes), Parsed<Occupancy>(template.Occupancies))))], null);
    }

    private static List<T> Parsed<T>(string[] names)
        where T : struct, Enum => [.. names.Select(name => Enum.TryParse<T>(name, out var known) ? known : (T?)null).OfType<T>()];
}

/// <summary>A usual document.</summary>
public sealed record NeedTemplateLine(Guid Id, NeedTemplateDraft Draft);
