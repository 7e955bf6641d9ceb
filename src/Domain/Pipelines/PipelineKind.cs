namespace CrmStudio.Domain.Pipelines;

/// <summary>What moves through a pipeline.</summary>
public enum PipelineKind
{
    /// <summary>Loans.</summary>
    Loan,

    /// <summary>Sales deals.</summary>
    Sales,
}
