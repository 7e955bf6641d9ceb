namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>How far a charge may exceed its estimate.</summary>
public enum ToleranceBucket
{
    /// <summary>Not at all (12 CFR 1026.19(e)(3)(i)).</summary>
    Zero,

    /// <summary>The sum of these charges by ten percent (12 CFR 1026.19(e)(3)(ii)).</summary>
    TenPercent,

    /// <summary>Without limit, if the estimate was made in good faith (12 CFR 1026.19(e)(3)(iii)).</summary>
    Unlimited,
}
