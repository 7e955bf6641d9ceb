using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>The cells of one row by the names of their fields, and what is wrong with them.</summary>
internal sealed class Cells(ImportMapping mapping, ImportFields fields, IReadOnlyList<string> texts)
{
    private readonly List<ImportProblem> problems = [];

    public IReadOnlyList<ImportProblem> Problems => problems;

    public bool CanBeTaken => problems.TrueForAll(problem => problem.IsWarning);

    public string? Text(string field) =>
        mapping.ColumnOf(field) is not { } column || column >= texts.Count || string.IsNullOrWhiteSpace(texts[column]) ? null : texts[column].Trim();

    public T? Take<T>(string field, Func<string, Reading<T>> read)
    {
        if (Text(field) is not { } text) return default;
        var reading = read(text);
        if (reading.Complaint is not null) problems.Add(new ImportProblem(field, $"{fields.Of(field).Label}: {reading.Complaint}", reading.Suggestion, reading.IsWarning));
        return reading.Value;
    }

    public string? Plain(string field, int longest) => Take(field, text => text.Length <= longest ? new Reading<string>(text) : Reading<string>.No($"“{Shown.Of(text)}” is longer than {longest} characters"));

    public string? Email(string field) => Take(field, text => EmailAddress.IsValid(text) ? new Reading<string>(text) : Reading<string>.No($"“{Shown.Of(text)}” is not an e-mail address"));

    public string? Phone(string field) => Take(field, text => PhoneNumber.IsValid(text) && text.Length <= 40 && !text.Contains("E+", StringComparison.OrdinalIgnoreCase)
        ? new Reading<string>(text) : Reading<string>.No($"“{Shown.Of(text)}” is not a phone number with area code"));

    /// <summary>Given and family name, from cells of their own or from one that holds both.</summary>
    public (string? First, string? Last) Name(string first, string last, string whole, int longest)
    {
        var (given, family) = (Plain(first, longest), Plain(last, longest));
        if (family is not null || Text(whole) is not { } name) return (given, family);
        var split = NameText.Split(name);
        if (split.First.Length > longest || split.Last.Length > longest) Complain(whole, $"“{Shown.Of(name)}” is too long");
        return (given ?? split.First, split.Last);
    }

    public void Complain(string field, string complaint) => problems.Add(new ImportProblem(field, $"{fields.Of(field).Label}: {complaint}"));

    /// <summary>What the record itself refuses.</summary>
    public void Refuse(Refusal? refusal)
    {
        if (refusal is not null) problems.Add(new ImportProblem(null, refusal.Message));
    }

    /// <summary>What tells two people apart in a file: the e-mail, else the phone with the given name. A family shares a phone.</summary>
    public static string? KeyOf(string? email, string? phone, string? firstName) =>
        email is not null ? EmailAddress.Normalize(email) : phone is not null ? $"{PhoneNumber.Digits(phone)} {Words.Key(firstName ?? "")}".TrimEnd() : null;
}
