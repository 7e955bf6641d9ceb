using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Why something about the register is not done.</summary>
public static class HmdaRefusals
{
    /// <summary>Only borrowers are asked.</summary>
    public static Refusal NotAnApplicant { get; } = new("loans.not-an-applicant", "Only borrowers and co-borrowers are asked who they are.");

    /// <summary>Who works the loan is not shown who applies.</summary>
    public static Refusal WorksTheLoan { get; } =
        new("loans.works-the-loan", "Whoever works a loan is not shown this, whatever the role: it must play no part in the decision (12 CFR 1002.5, 1002.13).");

    /// <summary>Somebody else wrote it down meanwhile.</summary>
    public static Refusal CollectedMeanwhile { get; } =
        new("loans.collected-meanwhile", "Somebody recorded this borrower’s answers meanwhile. Look at when and how, then record again only if yours are newer.");
}
