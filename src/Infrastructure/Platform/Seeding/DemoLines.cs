using CrmStudio.Domain.Contacts;
using static CrmStudio.Domain.Contacts.ActivityKind;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// What people write on a loan's timeline, by how far the loan is. Never an amount: assistants read these lines too.
/// {name} is the borrower's first name, {agent} the buyer's agent; lines with {agent} need one.
/// </summary>
internal static class DemoLines
{
    public sealed record Line(ActivityKind Kind, string Text, bool PurchaseOnly = false, bool RefinanceOnly = false)
    {
        public bool NeedsAgent => Text.Contains("{agent}", StringComparison.Ordinal);
    }

    /// <summary>The lines that fit a stage, 1 to 12.</summary>
    public static Line[] For(int stage) => stage switch
    {
        <= 2 => first,
        <= 4 => shopping,
        <= 6 => file,
        <= 8 => underwriting,
        <= 10 => closing,
        _ => funded,
    };

    /// <summary>The first stage whose lines are the same as those of the given one.</summary>
    public static int FirstStageLike(int stage) => stage % 2 == 0 ? stage - 1 : stage;

    /// <summary>The latest lines of the loan everybody is shown first, with days ago and minute of the day.</summary>
    public static readonly (int DaysAgo, int Minute, Line Line)[] Shown =
    [
        (14, 10 * 60 + 12, new(Note, "Locked for thirty days, no points. {agent} has the date in writing.")),
        (7, 14 * 60 + 5, new(Email, "Sent the updated pay stubs and both W-2s to underwriting.")),
        (3, 16 * 60 + 44, new(Note, "Underwriting added five conditions, three before docs.")),
        (1, 15 * 60 + 30, new(Note, "Condo questionnaire: asked the HOA the third time. The property manager is back tomorrow.")),
        (0, 11 * 60 + 20, new(Call, "Gift letter gets the donor's signature tonight. Binder is on its way from the agent.")),
    ];

    private static readonly Line[] first =
    [
        new(Call, "Left a voicemail, will try again after five. {name} works days at the hospital."),
        new(Call, "Good first talk. {name} wants to know what is affordable before calling an agent.", PurchaseOnly: true),
        new(Call, "{name} asked about lowering the payment, not the term. Current lender has not called back in two weeks.", RefinanceOnly: true),
        new(Call, "No answer, mailbox full. Sent a text instead."),
        new(Email, "Sent the checklist: two pay stubs, two W-2s, two months of statements."),
        new(Email, "Introduced myself and offered Thursday evening or Saturday morning for a call."),
        new(Note, "Prefers texts over calls. Spouse decides with {name}, include both."),
        new(Note, "Lease ends in the spring, no hurry. Wants monthly check-ins.", PurchaseOnly: true),
        new(Note, "Compares with a credit union. Cares about closing speed more than a quarter point."),
        new(Call, "Spoke six minutes. Self-employed three years, will bring both returns."),
        new(Note, "First-time buyer, nervous about the down payment. Explained gift funds.", PurchaseOnly: true),
        new(Note, "Has a second loan with another bank; asked for the statement before we talk terms.", RefinanceOnly: true),
    ];

    private static readonly Line[] shopping =
    [
        new(Email, "Pre-approval letter is out, good for ninety days. Copied {agent}.", PurchaseOnly: true),
        new(Call, "{name} lost the first house to a cash offer. Spirits fine, seeing two more on Sunday.", PurchaseOnly: true),
        new(Call, "{agent} wants a letter for the exact offer price by noon. Sent at 11:20.", PurchaseOnly: true),
        new(Note, "Score came back better than expected. Card paid down last month, helps the ratios."),
        new(Note, "Overtime has two years of history, counted it. Bonus does not, left it out."),
        new(Meeting, "Sat down with {name} at the branch. Went through three payment scenarios, chose the fixed rate."),
        new(Call, "Talked through mortgage insurance and when it drops off. {name} is fine with it.", PurchaseOnly: true),
        new(Call, "Walked through the break-even: a little over two years. {name} plans to stay ten.", RefinanceOnly: true),
        new(Email, "Asked for the page two of the October statement; the large deposit needs a source."),
        new(Note, "Watching rates with {name}. Call when the thirty-year moves an eighth."),
        new(Call, "Offer accepted! Contract comes from {agent} tonight.", PurchaseOnly: true),
        new(Note, "Condo on the shortlist is not on the approved list. Warned {name} before the offer.", PurchaseOnly: true),
        new(Note, "Wants to roll the solar loan in. Needs the payoff letter first.", RefinanceOnly: true),
    ];

    private static readonly Line[] file =
    [
        new(Note, "Loan Estimate went out this morning, intent to proceed signed by lunch."),
        new(Call, "{name} uploads pay stubs tonight. Employer changed payroll systems, so two formats."),
        new(Note, "Gift letter gets the donor's signature tonight. Binder is on its way from the agent.", PurchaseOnly: true),
        new(Email, "Appraisal ordered, inspector meets {name} Tuesday at nine."),
        new(Note, "Title found an old lien from the previous owner. Release is recorded, waiting for the copy.", PurchaseOnly: true),
        new(Call, "Asked the HOA for the questionnaire again. They promise it by Wednesday."),
        new(Note, "W-2 for the part-time job is missing. {name} asks the former employer."),
        new(Email, "Sent the needs list again with what is left: three items."),
        new(Note, "Verification of employment is back and clean."),
        new(Call, "{agent} asks whether the closing date holds. It does if the appraisal comes by Friday.", PurchaseOnly: true),
        new(Note, "Payoff from the current servicer ordered, ten days out.", RefinanceOnly: true),
        new(Note, "Divorce decree not needed after all: never married. Marked not applicable."),
        new(Email, "Insurance quote came in high, put {name} in touch with two other agents."),
        new(Note, "Bank statement shows a transfer between own accounts. Letter of explanation is in the file."),
    ];

    private static readonly Line[] underwriting =
    [
        new(Note, "Underwriting added five conditions, three before docs. All doable."),
        new(Call, "Went through the conditions with {name}. Donor's bank statement is the slow one."),
        new(Note, "Appraisal review asks for one more comparable. Appraiser answers within the day."),
        new(Email, "Sent the updated pay stub and the letter of explanation to underwriting."),
        new(Call, "{name} worried about the inquiry letter. Explained: four lines and a signature."),
        new(Note, "Binder in, flood certificate clear. Two conditions left."),
        new(Note, "Chased the condo questionnaire, third time. The property manager is back Monday."),
        new(Call, "{agent} called about the date. Told the truth: two conditions, both due Thursday.", PurchaseOnly: true),
        new(Note, "Lock runs short if the survey slips. Asked the lock desk what a week costs."),
        new(Note, "Employer's number on file is wrong; found the HR line, re-verification done."),
        new(Email, "Asked title for the corrected vesting: both names, as joint tenants."),
        new(Note, "Roof certificate received, inspector signed off.", PurchaseOnly: true),
        new(Call, "Reminded {name}: no new cards, no car, no furniture on credit until we fund."),
        new(Note, "Subordination agreement is with the other bank, they take ten business days.", RefinanceOnly: true),
    ];

    private static readonly Line[] closing =
    [
        new(Email, "Closing Disclosure sent and opened the same hour."),
        new(Call, "Walk-through is the evening before. {name} brings identification and the wire confirmation.", PurchaseOnly: true),
        new(Note, "Wire instructions confirmed by phone with the number on the title company's letterhead, not the e-mail."),
        new(Call, "Fees match the estimate. {name} had one question about the prepaid interest."),
        new(Note, "Title has the package. Signing at two, notary booked."),
        new(Email, "Told {agent} we are clear to close. Seller side confirms the time.", PurchaseOnly: true),
        new(Note, "Three days to cancel start at signing; funding is planned for the day after.", RefinanceOnly: true),
        new(Note, "Final verification of employment done this morning."),
        new(Call, "{name} asked to move the signing to the afternoon. Title agreed."),
        new(Note, "Seller needs two more days to move out. Lock covers it.", PurchaseOnly: true),
    ];

    private static readonly Line[] funded =
    [
        new(Call, "Congratulated {name}. Keys in hand, movers come Saturday.", PurchaseOnly: true),
        new(Call, "Old loan is paid off, {name} saw it online this morning.", RefinanceOnly: true),
        new(Email, "Thanked {agent} and sent the closing photo.", PurchaseOnly: true),
        new(Note, "Asked for a review. {name} has a sister who is looking."),
        new(Note, "First payment date explained; autopay is set up with the servicer."),
        new(Email, "Sent the final documents and a note about the property tax bill in spring."),
        new(Note, "Trailing document: recorded mortgage expected in three weeks."),
    ];
}
