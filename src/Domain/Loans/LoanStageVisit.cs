using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans;

/// <summary>One stay of a loan in a stage: the stage history. The open stay has no <see cref="LeftAt"/>.</summary>
public sealed class LoanStageVisit : Entity
{
    private LoanStageVisit() { }

    internal LoanStageVisit(Guid loanId, Guid? fromStageId, Guid stageId, Guid by, DateTimeOffset at, string? reason) =>
        (LoanId, FromStageId, StageId, EnteredBy, EnteredAt, Reason) = (loanId, fromStageId, stageId, by, at, reason);

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Where it came from; null for the first stage.</summary>
    public Guid? FromStageId { get; private set; }

    /// <summary>The stage.</summary>
    public Guid StageId { get; private set; }

    /// <summary>Who moved it; empty when an import or the system did.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>When it came.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>When it left; null while it is here.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Why, where a reason was given.</summary>
    public string? Reason { get; private set; }

    /// <summary>Ends the stay.</summary>
    internal void Leave(DateTimeOffset at) => LeftAt = at;
}
