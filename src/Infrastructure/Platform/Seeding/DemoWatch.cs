using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Loans.Watch;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// What became of the funded loans: rates that fell for some weeks, closing facts, a value entered here and there, who agreed to offers, and what the
/// nightly comparison came to. Some would gain, most would not, a few lack a fact; of those who would gain, who agreed has a message waiting.
/// </summary>
internal sealed class DemoWatch(DemoStaff staff, DemoRows rows, DemoDays days)
{
    private const int Weeks = 8;
    private const string Asked = "Yes, tell me by e-mail when refinancing could pay off for me. I can end this at any time.";

    private static readonly RateOffer[] today =
    [
        new(MortgageType.Conventional, false, 360, 6.000m, 0.25m, default), new(MortgageType.Conventional, false, 240, 5.875m, 0.125m, default), new(MortgageType.Conventional, false, 180, 5.250m, 0, default),
        new(MortgageType.Conventional, true, 360, 6.125m, 0.25m, default), new(MortgageType.Fha, false, 360, 5.625m, 0, default), new(MortgageType.Va, false, 360, 5.375m, 0, default),
    ];

    private readonly WatchTerms terms = new();

    public void Watch(IReadOnlyList<DemoLoans.Told> told)
    {
        var policy = new WatchPolicy(staff.Cast.Lender.Id);
        policy.Ran(days.Today);
        rows.AddAsIs(policy, days.Now);

        var sheet = MarketRate.Sheet([.. Enumerable.Range(0, Weeks).SelectMany(Week)], days.Today);
        var numbers = WatchNumbers.Of(new RuleBook(RulePack.Shipped), days.Today);
        var facts = rows.Of(typeof(LoanQualification)).Select(row => (LoanQualification)row.Record).ToDictionary(row => row.LoanId);
        var head = rows.Of(typeof(Letterhead)).Select(row => (Letterhead)row.Record).Single();
        var members = rows.Of(typeof(Member)).Select(row => (Member)row.Record).ToDictionary(member => member.Id);
        var asked = new HashSet<Guid>();
        foreach (var loan in told.Where(one => one.Loan is { FundedOn: not null, EndedAt: null }))
        {
            var dice = loan.Plan.Dice.For("watch");
            var known = facts.GetValueOrDefault(loan.Loan.Id) ?? Closing(loan.Loan, dice);
            var watch = Entered(loan.Loan, dice);
            var of = WatchCase.Of(loan.Loan, known, watch, sheet, terms, numbers, days.Today);
            var result = new WatchResult(loan.Loan.Id, of, RefinanceComparison.Of(of));
            rows.Add(result, days.Now);

            var consents = asked.Add(loan.Borrower.Id) ? Consents(loan, dice) : [];
            var sender = WatchSender.Of(members.GetValueOrDefault(staff.IdOf(loan.Plan.Officer)), head);
            var property = loan.Loan.PropertyCity is { } town ? $"{loan.Loan.PropertyAddress}, {town}" : null;
            if (WatchMessage.Draft(result, loan.Borrower, property, consents, [], sender, days.Now).Value is { } message) rows.Add(message, days.Now);
        }
    }

    /// <summary>The sheet of a week: rates came down by a sixteenth or so each, and this week's is of today.</summary>
    private List<MarketRate> Week(int ago)
    {
        var on = days.Today.AddDays(-7 * ago);
        List<MarketRate> rates = [.. today.Select(offer => MarketRate.Enter(offer with { Rate = offer.Rate + 0.0625m * ago, On = on }, days.Today).Value!)];
        foreach (var rate in rates) rows.Add(rate, days.Ago(7 * ago, 0));
        return rates;
    }

    /// <summary>What is known from the closing: the first payment, financed insurance and the monthly premium. One in thirty lacks the premium.</summary>
    private LoanQualification Closing(Loan loan, Dice dice)
    {
        var (amount, insured) = (loan.Amount ?? 0, loan.Ltv > 80);
        var financed = loan.MortgageType switch { MortgageType.Fha => 1.75m, MortgageType.Va => 2.15m, _ => 0 } * amount / 100;
        decimal? premium = loan.MortgageType switch { MortgageType.Fha => loan.Ltv > 95 ? 0.55m : 0.5m, MortgageType.Conventional when insured => 0.01m * dice.Between(38, 84), _ => 0 };
        if (dice.Percent(3.4)) premium = null;
        var facts = new LoanQualification(loan.Id);
        var funded = loan.FundedOn!.Value;
        facts.Write(new Worksheet(
            loan.Terms(), new HousingCosts(MortgageInsurance: premium is { } yearly ? Payment.Cents(amount * yearly / 1200) : null),
            new ClosingFacts(FinancedInsurance: financed > 0 ? Math.Round(financed) : null, FirstPaymentOn: new DateOnly(funded.Year, funded.Month, 1).AddMonths(2)), [], [], []));
        rows.Add(facts, days.At(funded, DemoDays.Closes));
        return facts;
    }

    private LoanWatch? Entered(Loan loan, Dice dice)
    {
        var (hasValue, percent, ago, isGone) = (dice.Percent(12) && loan.LendingValue is not null, dice.Between(98, 124), dice.Between(5, 160), dice.Percent(1.6));
        if (!hasValue && !isGone) return null;
        var watch = new LoanWatch(loan.Id);
        var on = days.Today.AddDays(-ago);
        if (hasValue && on > loan.FundedOn) Must(watch.Enter(Math.Round(loan.LendingValue!.Value * percent / 100_000m) * 1_000m, on, dice.Pick(["Broker’s opinion", "Owner’s estimate", "Sale next door", "County assessment"]), days.Today));
        if (isGone) Must(watch.Stop(dice.Pick(["Sold in the spring", "Paid off", "Refinanced with another lender"])));
        rows.Add(watch, days.Now);
        return watch;
    }

    /// <summary>A third agreed at closing; a few of them took it back.</summary>
    private List<Consent> Consents(DemoLoans.Told told, Dice dice)
    {
        var (agreed, withdrew, after) = (dice.Percent(34) && told.Borrower.Email is not null, dice.Percent(9), dice.Between(30, 200));
        if (!agreed) return [];
        var at = days.At(told.Loan.FundedOn!.Value, DemoDays.Opens);
        List<Consent> said = [Said(told.Borrower, new(ConsentChannel.Email, ConsentPurpose.Marketing, true, at, ConsentMethod.WebForm, Asked, $"Closing survey of loan {told.Loan.Number}"))];
        if (withdrew && at.AddDays(after) < days.Now) said.Add(Said(told.Borrower, new(ConsentChannel.Email, ConsentPurpose.Marketing, false, at.AddDays(after), ConsentMethod.Email, null, "Reply to the newsletter: “no more, please”")));
        foreach (var consent in said) rows.Add(consent, consent.At);
        return said;
    }

    private Consent Said(Contact contact, ConsentWord word) => Consent.Record(contact, word, null, days.Now).Value ?? throw new InvalidOperationException("The demo breaks a rule of consents.");
}
