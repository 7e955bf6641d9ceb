namespace CrmStudio.Domain.Leads.Import;

/// <summary>Why a trigger or prescreened lead may be used beside a firm offer (15 U.S.C. 1681b(c), as amended by the Homebuyers Privacy Protection Act).</summary>
public enum LeadBasis
{
    /// <summary>The consumer authorized it, and that is documented.</summary>
    ConsumerAuthorization,

    /// <summary>We originated or service the loan they have.</summary>
    CurrentLender,

    /// <summary>We are an insured depository or credit union where they have an account.</summary>
    AccountHolder,
}
