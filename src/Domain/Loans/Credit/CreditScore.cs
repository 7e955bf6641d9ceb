using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>What one bureau answered to a pull.</summary>
public sealed class CreditScore : Entity
{
    private CreditScore() { }

    internal CreditScore(Guid pullId, ScoreLine line) => (PullId, Bureau, Score) = (pullId, line.Bureau, line.Score);

    /// <summary>The pull.</summary>
    public Guid PullId { get; private set; }

    /// <summary>The bureau.</summary>
    public CreditBureau Bureau { get; private set; }

    /// <summary>The score; null where the bureau could give none. Kept in this column and nowhere else: in no audit entry and no way back.</summary>
    public int? Score { get; private set; }
}
