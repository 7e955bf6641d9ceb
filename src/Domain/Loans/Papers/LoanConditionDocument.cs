using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>That a document helps to meet a condition. Either side may have many.</summary>
public sealed class LoanConditionDocument : Entity
{
    private LoanConditionDocument() { }

    /// <summary>Links a condition with a document of the same loan.</summary>
    public LoanConditionDocument(Guid conditionId, Guid requestId) => (ConditionId, RequestId) = (conditionId, requestId);

    /// <summary>The condition.</summary>
    public Guid ConditionId { get; private set; }

    /// <summary>The document.</summary>
    public Guid RequestId { get; private set; }
}
