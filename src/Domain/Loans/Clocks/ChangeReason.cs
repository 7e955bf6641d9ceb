namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Why an estimate may be revised (12 CFR 1026.19(e)(3)(iv)).</summary>
public enum ChangeReason
{
    /// <summary>(A) a changed circumstance raised settlement charges.</summary>
    SettlementCharges,

    /// <summary>(B) a changed circumstance touched eligibility.</summary>
    Eligibility,

    /// <summary>(C) the consumer asked for it.</summary>
    ConsumerRequest,

    /// <summary>(D) the rate was locked.</summary>
    RateLock,

    /// <summary>(E) the consumer meant to proceed only after the costs had expired.</summary>
    Expired,

    /// <summary>(F) settlement of a new construction is delayed.</summary>
    NewConstruction,
}
