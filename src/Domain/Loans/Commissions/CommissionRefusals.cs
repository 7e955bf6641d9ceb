using System.Globalization;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Commissions;

/// <summary>Reasons about commissions.</summary>
public static class CommissionRefusals
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A plan would pay by a term of the loan, by a proxy for one, or by tiers of its size.</summary>
    public static Refusal KeysOnTerms(CommissionFactor factor, CommissionBar bar) => new("loans.commission-keys-on-terms", bar switch
    {
        CommissionBar.Term => $"No plan may pay by “{factor.Label}”: it is a term of the transaction (12 CFR 1026.36(d)(1)(i)).",
        CommissionBar.Proxy => $"No plan may pay by “{factor.Label}”: it can stand in for a term of the transaction (12 CFR 1026.36(d)(1)(i), comment 2).",
        _ => "No plan may pay different rates by the size of the loan: one fixed percentage, with a least and a most in dollars (12 CFR 1026.36(d)(1)(ii), comment 9).",
    }, nameof(CommissionTerms.Variations));

    /// <summary>A plan names a factor nobody knows.</summary>
    public static Refusal UnknownFactor(string name) => new("loans.commission-unknown-factor", $"Nothing is known by the name “{name}”.", nameof(CommissionTerms.Variations));

    /// <summary>Shares are the whole commission, no more and no less.</summary>
    public static Refusal SharesNotWhole(decimal sum) => new("loans.commission-shares", string.Create(english, $"The shares make {sum:0.##} percent; they must make 100."), nameof(CommissionTerms.Shares));

    /// <summary>No plan holds for the officer.</summary>
    public static Refusal NoPlan { get; } = new("loans.commission-no-plan", "No commission plan holds for this loan's officer. Assign one under Commission plans, or make one the usual plan.");

    /// <summary>Commissions come with funding.</summary>
    public static Refusal NotFunded { get; } = new("loans.commission-not-funded", "Commissions are computed once the loan has funded.");

    /// <summary>Without an amount or an officer there is nothing to compute.</summary>
    public static Refusal FactsMissing { get; } = new("loans.commission-facts-missing", "The loan needs an amount and an officer to compute a commission.");

    /// <summary>A settled commission does not change.</summary>
    public static Refusal Settled { get; } = new("loans.commission-settled", "This commission is settled and does not change any more.");

    /// <summary>A referral is paid to colleagues only (12 CFR 1024.14(g)(1)(vii)); who is paid for the loan anyway refers nobody.</summary>
    public static Refusal ReferrerIsPaid { get; } = new("loans.commission-referrer", "The loan officer cannot be the referrer of the own loan.");

    /// <summary>Names of plans are unique.</summary>
    public static Refusal NameTaken(string name) => new("loans.commission-plan-name", $"There is a plan called “{name}” already.", "Name");
}
