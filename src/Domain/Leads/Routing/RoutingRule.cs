using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>Who gets which leads. Rules are asked in order; the first that finds somebody decides.</summary>
public sealed class RoutingRule : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Most rules of an organization.</summary>
    public const int Limit = 50;

    private RoutingRule() { }

    /// <summary>A rule at a place; write it next.</summary>
    public RoutingRule(int position) => Position = position;

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its place: smaller is asked first.</summary>
    public int Position { get; private set; }

    /// <summary>Whether it is asked.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>What it says.</summary>
    public RoutingTerms Terms { get; private set; } = new();

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>Writes it; refuses a rule that could never be followed.</summary>
    public Outcome Write(string? name, RoutingTerms terms)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"A rule has a name of up to {NameMaxLength} characters.");
        terms = terms.Tidied();
        if (terms.Check() is { IsDone: false } wrong) return wrong;
        (Name, Terms) = (name, terms);
        return Outcome.Done;
    }

    /// <summary>Asks it from now on, or not.</summary>
    public void Switch(bool isOn) => IsOn = isOn;

    /// <summary>Puts it elsewhere in the order.</summary>
    public void StandAt(int position) => Position = position;
}
