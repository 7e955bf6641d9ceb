using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>Reasons of routing.</summary>
public static class RoutingRefusals
{
    /// <summary>Nobody reads that many.</summary>
    public static Refusal TooManyRules { get; } = new("leads.too-many-rules", $"There are {RoutingRule.Limit} rules already. Remove one, or widen one that is there.");

    /// <summary>Two of a name cannot be told apart.</summary>
    public static Refusal NameTaken { get; } = Refusal.Invalid(nameof(RoutingRule.Name), "That name is taken.");

    /// <summary>A rule would lead nowhere.</summary>
    public static Refusal PondInRule(string rule) => new("leads.pond-in-rule", $"The rule {rule} leads to this pond. Change the rule first.");

    /// <summary>Leads would be nowhere.</summary>
    public static Refusal PondNotEmpty(int leads) => new("leads.pond-not-empty", leads == 1 ? "A lead waits in this pond. Give it to somebody first." : $"{leads:N0} leads wait in this pond. Give them to somebody first.");

    /// <summary>One of a state is enough.</summary>
    public static Refusal LicensedAlready { get; } = Refusal.Invalid(nameof(Licence.State), "There is a licence for this state already.");
}
