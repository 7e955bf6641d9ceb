namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>The names rules are known by. What each says, and since when, is data.</summary>
public static class RuleCodes
{
    /// <summary>Six pieces make an application.</summary>
    public const string Application = "APP";

    /// <summary>The Loan Estimate goes out within days of the application.</summary>
    public const string EstimateOut = "LE-3";

    /// <summary>Closing waits after the Loan Estimate went out.</summary>
    public const string WaitAfterEstimate = "LE-7";

    /// <summary>What was not handed over counts as received some days after it was sent.</summary>
    public const string Receipt = "RCPT";

    /// <summary>No fee but that of a credit report before the consumer means to proceed.</summary>
    public const string IntentToProceed = "ITP";

    /// <summary>The costs of an estimate hold for some days at least.</summary>
    public const string CostsExpire = "EXP";

    /// <summary>A revised estimate goes out within days of learning why.</summary>
    public const string RevisedEstimateOut = "RLE-3";

    /// <summary>A revised estimate goes out within days of the lock.</summary>
    public const string EstimateAfterLock = "RLE-LOCK";

    /// <summary>Closing waits after a revised estimate was received.</summary>
    public const string WaitAfterRevisedEstimate = "RLE-4";

    /// <summary>No revised estimate from the day of the Closing Disclosure on.</summary>
    public const string NoEstimateAfterClosingDisclosure = "RLE-CD";

    /// <summary>Closing waits after the Closing Disclosure was received.</summary>
    public const string WaitAfterClosingDisclosure = "CD-3";

    /// <summary>Closing waits anew after a Closing Disclosure that changed in what matters.</summary>
    public const string WaitAfterChangedDisclosure = "CD-RE";

    /// <summary>What exceeds a tolerance is refunded within days of closing.</summary>
    public const string Cure = "CURE";

    /// <summary>The consumer may rescind until midnight of a day.</summary>
    public const string Rescission = "RESC";

    /// <summary>The lender acts on an application within days.</summary>
    public const string ActOnApplication = "ECOA-30";

    /// <summary>A notice of adverse action goes out within days of it.</summary>
    public const string AdverseActionNotice = "ECOA-AAN";

    /// <summary>An applicant learns within days that the application is incomplete.</summary>
    public const string IncompletenessNotice = "ECOA-INC";

    /// <summary>A counteroffer that was not taken is followed by a notice.</summary>
    public const string CounterofferNotTaken = "ECOA-90";

    /// <summary>A denial has reasons.</summary>
    public const string DenialReasons = "ECOA-WHY";

    /// <summary>The lock runs as long as the money needs.</summary>
    public const string LockCoversDisbursement = "LOCK";

    /// <summary>Nobody obtains a consumer report without a permissible purpose.</summary>
    public const string CreditPurpose = "FCRA-PURPOSE";

    /// <summary>The consumer's word comes before the pull.</summary>
    public const string CreditAuthorization = "FCRA-CONSENT";
}
