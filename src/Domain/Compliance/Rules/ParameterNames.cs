namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>The names parameters are known by. What each is, and since when, is data.</summary>
public static class ParameterNames
{
    /// <summary>How far a disclosed APR of a regular transaction may be off, in percentage points.</summary>
    public const string AprTolerance = "apr.tolerance.regular";

    /// <summary>How far a disclosed APR of an irregular transaction may be off, in percentage points.</summary>
    public const string AprToleranceIrregular = "apr.tolerance.irregular";

    /// <summary>By how many percent the sum of the ten-percent charges may grow.</summary>
    public const string TenPercentTolerance = "fees.ten-percent";

    /// <summary>Most principal reasons of a denial.</summary>
    public const string AdverseActionReasons = "adverse-action.reasons";
}
