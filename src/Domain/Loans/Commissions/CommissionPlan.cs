using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>A commission plan. Its terms change by a new text, and commissions computed before keep their steps.</summary>
public sealed class CommissionPlan : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 80;

    private CommissionPlan() { }

    /// <summary>A plan that pays nothing yet.</summary>
    public CommissionPlan(string name) => Name = name;

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it pays.</summary>
    public CommissionTerms Terms { get; private set; } = new();

    /// <summary>Holds for officers nobody assigned a plan.</summary>
    public bool IsUsual { get; private set; }

    /// <summary>When it was put aside; it holds for nobody then.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"Commission plan {Name}";

    /// <summary>Writes the plan; refuses one that would pay by the terms of loans.</summary>
    public Outcome Write(string? name, CommissionTerms terms)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"A plan has a name of up to {NameMaxLength} characters.");
        if (terms.Check() is { IsDone: false } refused) return refused;
        (Name, Terms) = (name, terms);
        return Outcome.Done;
    }

    /// <summary>Makes it the plan of everybody without one of their own, or no longer.</summary>
    public void HoldForAll(bool isUsual) => IsUsual = isUsual;

    /// <summary>Puts it aside.</summary>
    public void Retire(DateTimeOffset at) => (RetiredAt, IsUsual) = (at, false);
}
