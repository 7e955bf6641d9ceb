namespace CrmStudio.Domain.Loans.Credit;

/// <summary>How a consumer said that credit may be pulled.</summary>
public enum AuthorizationMethod
{
    /// <summary>Signed on paper.</summary>
    SignedPaper,

    /// <summary>Signed electronically, which is a writing too (15 USC 7001(a)).</summary>
    ElectronicSignature,

    /// <summary>Said in a recorded call: no writing.</summary>
    RecordedCall,
}
