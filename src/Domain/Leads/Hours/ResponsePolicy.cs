using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Hours;

/// <summary>How soon an organization promises to answer leads, and what happens when it does not. One row for each organization.</summary>
public sealed class ResponsePolicy : Entity, INamedRecord
{
    private ResponsePolicy() { }

    /// <summary>The policy of an organization; its id is the organization's. Nothing is promised until it is set.</summary>
    public ResponsePolicy(Guid organizationId) => Id = organizationId;

    /// <summary>What is promised.</summary>
    public ResponseTerms Terms { get; private set; } = ResponseTerms.None;

    /// <inheritdoc />
    public string RecordName => "How soon leads are answered";

    /// <summary>Says what is promised.</summary>
    public Outcome Set(ResponseTerms terms)
    {
        if (terms.Check() is { IsDone: false } wrong) return wrong;
        Terms = terms;
        return Outcome.Done;
    }
}
