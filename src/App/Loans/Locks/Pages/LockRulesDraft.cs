using System.Globalization;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.Pages;

/// <summary>The rules of the lock desk while they are typed: days as people write them, "15, 30, 45".</summary>
public sealed class LockRulesDraft
{
    public DateOnly EffectiveOn { get; set; }

    public string? Source { get; set; }

    public string? Days { get; set; }

    public string? AlertDays { get; set; }

    public List<Line> Extensions { get; } = [];

    public int? MostExtensions { get; set; }

    public int? MostExtensionDays { get; set; }

    public int? WorstCaseDays { get; set; }

    public decimal? RelockPoints { get; set; }

    /// <summary>A draft that starts from rules, to hold from today.</summary>
    public static LockRulesDraft Of(LockRules rules, DateOnly today)
    {
        var draft = new LockRulesDraft
        {
            EffectiveOn = today, Source = rules.Since is null ? null : rules.Source, Days = string.Join(", ", rules.Terms.Days), AlertDays = string.Join(", ", rules.Terms.AlertDays),
            MostExtensions = rules.Terms.MostExtensions, MostExtensionDays = rules.Terms.MostExtensionDays, WorstCaseDays = rules.Terms.WorstCaseDays, RelockPoints = rules.Terms.RelockPoints,
        };
        draft.Extensions.AddRange(rules.Terms.Extensions.Select(listed => new Line { Days = listed.Days, Points = listed.Points }));
        return draft;
    }

    /// <summary>The rules, or which field cannot be read.</summary>
    public Outcome<LockPolicyTerms> ToTerms()
    {
        if (Read(Days) is not { } days) return Unreadable(nameof(Days));
        if (Read(AlertDays) is not { } alerts) return Unreadable(nameof(AlertDays));
        return new LockPolicyTerms
        {
            Days = days, AlertDays = alerts, Extensions = [.. Extensions.Where(line => line.Days is not null).Select(line => new ExtensionPrice(line.Days!.Value, line.Points ?? 0))],
            MostExtensions = MostExtensions ?? 0, MostExtensionDays = MostExtensionDays ?? 0, WorstCaseDays = WorstCaseDays ?? 0, RelockPoints = RelockPoints ?? 0,
        };
    }

    private static Refusal Unreadable(string field) => Refusal.Invalid(field, "Write whole days, with commas between them.");

    private static List<int>? Read(string? text)
    {
        var days = new List<int>();
        foreach (var part in (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            days.Add(number);
        }
        return days;
    }

    /// <summary>An extension while it is typed.</summary>
    public sealed class Line
    {
        public int? Days { get; set; }

        public decimal? Points { get; set; }
    }
}
