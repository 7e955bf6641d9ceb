using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Changes one fact of a company in place. Never overwrites a value the person who types did not see.</summary>
public sealed class EditCompany(CrmWork work)
{
    /// <param name="CompanyId">The company.</param>
    /// <param name="Fact">A fact of <see cref="CompanyFact"/>.</param>
    /// <param name="Was">The value that was shown when the change began.</param>
    /// <param name="Text">The new value; null empties it.</param>
    public sealed record Input(Guid CompanyId, string Fact, string? Was, string? Text);

    /// <summary>Either the change, or the value somebody else put there meanwhile.</summary>
    public sealed record Result(Changed? Changed, bool IsConflict, string? Theirs);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.edit", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var company = await unit.Db.Companies.SingleOrDefaultAsync(one => one.Id == input.CompanyId, ct);
        if (company is null) return Refusal.NotFound;
        var (was, text) = (Clean(input.Was), Clean(input.Text));
        if (CompanyFact.ValueOf(company.Facts(), input.Fact) is var theirs && theirs != was) return new Result(null, true, theirs);
        var facts = CompanyFact.With(company.Facts(), input.Fact, text);
        if (facts.Value is not { } typed) return facts.Refusal!;
        if (company.Know(typed) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Changed {company.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Result(new(summary, unit.UndoId), false, null) : saved.Refusal;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
