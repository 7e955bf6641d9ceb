using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>
/// What a month should bring into a stage: so many loans, so much money, or both. Of the whole organization, or of one officer; it
/// holds for every month until it is changed.
/// </summary>
public sealed class StageGoal : Entity
{
    /// <summary>Most loans a goal can ask for.</summary>
    public const int MostLoans = 100_000;

    /// <summary>Most dollars a goal can ask for.</summary>
    public const decimal MostAmount = 100_000_000_000m;

    private StageGoal() { }

    /// <summary>A goal that asks for nothing yet.</summary>
    /// <param name="stageId">The stage.</param>
    /// <param name="officerId">The officer; null for the organization.</param>
    public StageGoal(Guid stageId, Guid? officerId) => (StageId, OfficerId) = (stageId, officerId);

    /// <summary>The stage loans should come into.</summary>
    public Guid StageId { get; private set; }

    /// <summary>Whose goal it is; null for the organization's.</summary>
    public Guid? OfficerId { get; private set; }

    /// <summary>Loans a month; null when loans are not counted.</summary>
    public int? Loans { get; private set; }

    /// <summary>Dollars a month, the sum of the loans' amounts; null when amounts are not added up.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Whether it asks for nothing, and so need not be kept.</summary>
    public bool IsEmpty => Loans is null && Amount is null;

    /// <summary>Changes what is asked for. A goal of nothing is no goal: leave it empty instead.</summary>
    public Outcome AskFor(int? loans, decimal? amount)
    {
        if (loans is < 1 or > MostLoans) return Refusal.Invalid(nameof(Loans), $"A goal asks for 1 to {MostLoans:N0} loans; leave it empty for none.");
        if (amount is <= 0 or > MostAmount) return Refusal.Invalid(nameof(Amount), "A goal asks for more than $0; leave it empty for none.");
        (Loans, Amount) = (loans, amount);
        return Outcome.Done;
    }
}
