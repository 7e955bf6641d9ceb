using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Credit of the borrowers on the board: a soft pull for the pre-approval, a hard one for the application, each on the borrower's word.</summary>
internal sealed class DemoCredit(DemoStaff staff, DemoRows rows, DemoDays days)
{
    private const int PreApproved = 4, Application = 5;
    private static readonly RuleBook book = new(RulePack.Shipped);

    /// <summary>The score that stands for a loan; its register says the same.</summary>
    public static int ScoreOf(DemoLoanPlan plan) => plan.Dice.For("score").Between(648, 802);

    public void Write(DemoLoans.Told told)
    {
        var (plan, loan, dice) = (told.Plan, told.Loan, told.Plan.Dice.For("credit"));
        if (!plan.OnBoard) return;
        foreach (var (stage, inquiry, purpose) in ((int, CreditInquiry, string)[])[(PreApproved, CreditInquiry.Soft, CreditRules.WrittenInstructions), (Application, CreditInquiry.Hard, "credit.purpose.credit-transaction")])
        {
            if (plan.ReachedAt(stage) is not { } at) continue;
            var place = 0;
            foreach (var party in loan.Parties.Where(party => party.Role is LoanPartyRole.Borrower or LoanPartyRole.CoBorrower))
            {
                var name = place == 0 ? told.Borrower.Name : "The co-borrower, in person";
                var middle = ScoreOf(plan) + (place++ == 0 ? 0 : dice.Between(4, 30));   // the borrower's is the lower one
                Record(new(loan.Id, party.Id, inquiry, days.DayOf(at), purpose, new(name, AuthorizationMethod.ElectronicSignature, days.DayOf(at).AddDays(-dice.Between(0, 2)), "Authorization to pull credit, signed in the application portal"), CreditModel.FicoClassic,
                    [new(CreditBureau.Equifax, middle - dice.Between(3, 24)), new(CreditBureau.Experian, middle), new(CreditBureau.TransUnion, dice.Percent(4) ? null : middle + dice.Between(2, 15))]), staff.IdOf(plan.Officer), at);
            }
        }
    }

    private void Record(CreditPullDraft draft, Guid by, DateTimeOffset at)
    {
        var recorded = CreditPull.Record(draft, new CreditRules(book, draft.PulledOn!.Value), days.Today, by);
        var pull = DemoOutcome.Must(recorded);
        rows.Add(pull, at);
        foreach (var score in pull.Scores) rows.Add(score, at);
    }
}
