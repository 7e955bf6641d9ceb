using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Loans.Updates;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What the office has set up: its letterhead, who is kept informed, how officers are paid, and what this year's loans paid them.</summary>
internal sealed class DemoOffice(DemoStaff staff, DemoRows rows, DemoDays days, DateTimeOffset since)
{
    private const int Application = 5, DaysToSettle = 20;

    public void Open()
    {
        var lender = staff.Cast.Lender;
        var paper = new Letterhead(lender.Id);
        Must(paper.Write(new(
            $"{lender.Name}, Inc.", "1990417", "41 Customs House Row, Suite 300", "Wells Harbor, ME 04090", $"({lender.AreaCode}) 555-0100", $"www.{lender.Slug}.example.com", Letterhead.UsualColor,
            $"{lender.Name}, Inc. NMLS 1990417, an invented lender. Equal Housing Lender. This is not a commitment to lend.")));
        rows.AddAsIs(paper, since);

        var policy = new UpdatePolicy(lender.Id);
        Must(policy.Set(true, UpdatePolicy.UsualWait));
        rows.AddAsIs(policy, since);

        var form = new LeadForm($"{lender.Slug}-website");
        Must(form.Set(new LeadFormSetup(
            "Website contact", LeadSources.Web, [$"https://www.{lender.Slug}.example.com"],
            [
                new FormConsent(ConsentChannel.Email, ConsentPurpose.Marketing, $"{lender.Name} may send me offers by e-mail. I can take this back at any time."),
                new FormConsent(ConsentChannel.Call, ConsentPurpose.Marketing, $"{lender.Name} may call me about offers at the number above. It is no condition of a loan."),
            ],
            LeadForm.UsualThanks)));
        rows.Add(form, since);
    }

    /// <summary>Most borrowers with an application, and the agents who asked, hear how their loan goes.</summary>
    public static void Inform(DemoLoans.Told told)
    {
        if (told.Plan.Stage < Application) return;
        var dice = told.Plan.Dice.For("informed");
        foreach (var party in told.Loan.Parties.Where(party => LoanParty.AudienceOf(party.Role) is not null)) Must(party.KeepInformed(dice.Percent(party.Role == LoanPartyRole.Borrower ? 80 : 40)));
    }

    /// <summary>Pays the officers for this year's funded loans, each loan after those before it.</summary>
    public void Pay(IEnumerable<Loan> loans)
    {
        var plan = new CommissionPlan("Branch officers");
        Must(plan.Write("Branch officers", new CommissionTerms
        {
            BasisPoints = 75, Measure = CommissionMeasure.Volume, Period = CommissionPeriod.Month, Tiers = [new(1_500_000, 85), new(3_000_000, 95)],
            Least = 600, Most = 9_000, ReferralPercent = 10,
            Shares = [new(CommissionPayee.Officer, null, 85), new(CommissionPayee.Processor, null, 5), new(CommissionPayee.Company, null, 10)],
        }));
        plan.HoldForAll(true);
        rows.Add(plan, since);

        var yearStart = new DateOnly(days.Today.Year, 1, 1);
        foreach (var ofOfficer in loans.Where(loan => loan is { FundedOn: not null, Amount: not null, OfficerId: not null } && loan.FundedOn >= yearStart).GroupBy(loan => loan.OfficerId!.Value))
        {
            var (month, count, volume, paid) = (default(DateOnly), 0, 0m, 0m);
            foreach (var loan in ofOfficer.OrderBy(loan => loan.FundedOn).ThenBy(loan => loan.Number, StringComparer.Ordinal))
            {
                var (on, amount) = (loan.FundedOn!.Value, loan.Amount!.Value);
                var start = CommissionMath.PeriodStart(plan.Terms.Period, on);
                if (start != month) (month, count, volume) = (start, 0, 0m);
                (count, volume) = (count + 1, volume + amount);
                var of = new CommissionCase(amount, on, loan.Source, count, volume, paid, ofOfficer.Key, loan.ProcessorId, null);
                var commission = new Commission(loan.Id);
                var at = days.At(on, DemoDays.Closes);
                Must(commission.Take(plan, of, CommissionMath.Compute(plan.Terms, of), at));
                paid += commission.Gross;
                if (on.AddDays(DaysToSettle) <= days.Today) Must(commission.Settle(staff.IdOf(staff.Cast.People[0]), days.At(on.AddDays(DaysToSettle), DemoDays.Opens)));
                rows.Add(commission, at);
                foreach (var line in commission.Lines) rows.Add(line, at);
            }
        }
    }
}
