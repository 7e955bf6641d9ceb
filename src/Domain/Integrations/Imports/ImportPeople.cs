using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports.Texts;

namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>Finds the member a file means, by e-mail or by name.</summary>
internal sealed class ImportPeople(IReadOnlyList<ImportPerson> people)
{
    private readonly ILookup<string, ImportPerson> byEmail = people.ToLookup(p => EmailAddress.Normalize(p.Email), StringComparer.Ordinal);
    private readonly ILookup<string, ImportPerson> byName = people.ToLookup(p => Words.Key(p.Name), StringComparer.Ordinal);

    public Reading<Guid?> Read(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal)) return ByEmail(text);

        var (first, last) = NameText.Split(text);
        return byName[Words.Key($"{first} {last}")].ToList() switch
        {
            [var only] => new(only.Id),
            [] => Reading<Guid?>.No($"“{Shown.Of(text)}” is not a member here", Words.Nearest($"{first} {last}", people.Select(p => p.Name))),
            var several => Reading<Guid?>.No($"{several.Count} members are called {several[0].Name}; write the e-mail instead"),
        };
    }

    private Reading<Guid?> ByEmail(string text) => byEmail[EmailAddress.Normalize(text)].FirstOrDefault() is { } found
        ? new(found.Id)
        : Reading<Guid?>.No($"“{Shown.Of(text)}” is not the e-mail of a member here", Words.Nearest(text, people.Select(p => p.Email)));
}
