using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Tests.Loans.Import;

public sealed class LoanImportReaderTests
{
    private static readonly IReadOnlyList<PipelineStage> stages = DefaultPipelines.Loans().Stages;
    private static readonly ImportPerson dana = new(Guid.CreateVersion7(), "Dana", "Whitfield", "dana@harborline.example");
    private static readonly ImportPerson[] people =
    [
        dana, new(Guid.CreateVersion7(), "Chris", "Lee", "chris.lee@harborline.example"), new(Guid.CreateVersion7(), "Chris", "Lee", "clee@harborline.example"),
    ];

    [Theory]
    [InlineData("Amount", "abc", "Amount: “abc” is not an amount")]
    [InlineData("Amount", "12,34", "Amount: “12,34” is less than one dollar", false)]
    [InlineData("Amount", "1,2,3", "Amount: “1,2,3” is not an amount")]
    [InlineData("Amount", "-5000", "Amount: “-5000” is below zero")]
    [InlineData("Amount", "(5000)", "Amount: “(5000)” is below zero")]
    [InlineData("Amount", "0.50", "Amount: “0.50” is less than one dollar")]
    [InlineData("Amount", "1e308", "Amount: “1e308” is above $100,000,000")]
    [InlineData("Amount", "100000001", "Amount: “100000001” is above $100,000,000")]
    [InlineData("Amount", "NaN", "Amount: “NaN” is not an amount")]
    [InlineData("Amount", "425.000", "Amount: “425.000” can be read in two ways; did you mean 425000?")]
    [InlineData("Rate", "675", "Rate: 675 is above 25 %; did you mean 6.75?")]
    [InlineData("Rate", "67.5", "Rate: 67.5 is above 25 %; did you mean 6.75?")]
    [InlineData("Rate", "0.0675", "Rate: 0.0675 is a fraction, not percent; did you mean 6.75?")]
    [InlineData("Rate", "six", "Rate: “six” is not a rate")]
    [InlineData("Rate", "-1", "Rate: “-1” is below zero")]
    [InlineData("Stage", "Procesing", "Stage: “Procesing” is not a stage of this pipeline; did you mean Processing?")]
    [InlineData("Stage", "Elsewhere", "Stage: “Elsewhere” is not a stage of this pipeline")]
    [InlineData("Loan officer", "Dana Whitfeild", "Loan officer: “Dana Whitfeild” is not a member here; did you mean Dana Whitfield?")]
    [InlineData("Loan officer", "dana@harborlin.example", "Loan officer: “dana@harborlin.example” is not the e-mail of a member here; did you mean dana@harborline.example?")]
    [InlineData("Loan officer", "Chris Lee", "Loan officer: 2 members are called Chris Lee; write the e-mail instead")]
    [InlineData("Closing date", "2/30/2026", "Estimated closing date: “2/30/2026” is not a date: February has no day 30")]
    [InlineData("Closing date", "31/12/2026", "Estimated closing date: “31/12/2026” is not a date with the month first; did you mean 12/31/2026?")]
    [InlineData("Closing date", "soon", "Estimated closing date: “soon” is not a date. Write it as month/day/year, such as 3/31/2026")]
    [InlineData("Closing date", "3/1/2206", "Estimated closing date: “3/1/2206” has a year that cannot be meant")]
    [InlineData("Term", "3600", "Term: 3600 months is above 600; did you mean 360?")]
    [InlineData("Term", "long", "Term: “long” is not a term; write the months, such as 360")]
    [InlineData("Purpose", "Purchse", "Purpose: “Purchse” is not a purpose; did you mean Purchase?")]
    [InlineData("Occupancy", "moon", "Occupancy: “moon” is not an occupancy. Known are Primary residence, Second home, Investment")]
    [InlineData("Loan type", "convntional", "Mortgage type: “convntional” is not a mortgage type; did you mean Conventional?")]
    [InlineData("State", "Texsa", "State: “Texsa” is not a state of the United States; did you mean Texas?")]
    [InlineData("Zip", "ABCDE", "ZIP: “ABCDE” is not a ZIP code; it has five digits, or nine")]
    [InlineData("E-mail", "ada@", "E-mail: “ada@” is not an e-mail address")]
    [InlineData("Phone", "12345", "Phone: “12345” is not a phone number with area code")]
    [InlineData("Phone", "5.55E+09", "Phone: “5.55E+09” is not a phone number with area code")]
    public void A_cell_that_cannot_be_read_says_why_in_one_sentence(string header, string text, string message, bool isExact = true)
    {
        var result = Read(("Loan number", "1001"), ("Borrower", "Ada Lovelace"), (header, text));
        if (!isExact)
        {
            Assert.NotEmpty(result.Problems);
            return;
        }
        Assert.Null(result.Draft);
        Assert.Equal(message, Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void A_row_without_number_or_borrower_is_not_taken()
    {
        var result = Read(("Loan number", " "), ("Borrower", ""));
        Assert.Null(result.Draft);
        Assert.Equal(["Loan number is missing", "Borrower is missing"], result.Problems.Select(p => p.Message));
    }

    [Fact]
    public void A_loan_number_the_spreadsheet_shortened_is_not_taken()
    {
        var result = Read(("Loan number", "1.00012E+12"), ("Borrower", "Ada Lovelace"));
        Assert.Equal("Loan number: “1.00012E+12” was shortened by the spreadsheet; format the column as text and export again", Assert.Single(result.Problems).Message);
        Assert.Single(Read(("Loan number", new string('9', 41)), ("Borrower", "Ada Lovelace")).Problems);
    }

    [Fact]
    public void A_lock_that_expires_before_it_starts_is_not_taken()
    {
        var result = Read(("Loan number", "1"), ("Borrower", "Ada Lovelace"), ("Lock date", "3/10/2026"), ("Lock expires", "3/9/2026"));
        Assert.Null(result.Draft);
        Assert.Equal("Lock expires before it starts: 3/10/2026 to 3/9/2026", Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void A_lock_needs_its_end_but_not_its_start()
    {
        Assert.Equal("Lock expires: a lock needs the day it expires", Assert.Single(Read(("Loan number", "1"), ("Borrower", "A B"), ("Lock date", "3/10/2026")).Problems).Message);

        var open = Read(("Loan number", "1"), ("Borrower", "A B"), ("Lock expires", "4/10/2026"));
        Assert.True(Assert.Single(open.Problems).IsWarning);
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 10)), (open.Draft!.LockedOn!.Value, open.Draft.LockExpiresOn!.Value));
    }

    [Theory]
    [InlineData("425000", 425000)]
    [InlineData("$425,000.50", 425000.50)]
    [InlineData("USD 425 000", 425000)]
    [InlineData("425k", 425000)]
    [InlineData("1.2M", 1200000)]
    [InlineData("4.25E+05", 425000)]
    [InlineData("425.000,75", 425000.75)]
    [InlineData("425000.005", 425000.01)]
    public void Amounts_are_read_as_people_write_them(string text, double amount)
    {
        var result = Read(("Loan number", "1"), ("Borrower", "A B"), ("Loan amount", text));
        Assert.Equal((decimal)amount, result.Draft!.Terms.Amount);
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("Amount", "425", "Amount: $425 is very little; did you mean $425,000?")]
    [InlineData("Amount", "0", "Amount: “0” is taken as not known")]
    [InlineData("Rate", "0.000", "Rate: “0.000” is taken as not known")]
    [InlineData("Term", "30", "Term: 30 is taken as years: 360 months")]
    [InlineData("Zip", "2134", "ZIP: 2134 is taken as 02134, with the zeros in front that spreadsheets drop")]
    [InlineData("Purpose", "Refinance", "Purpose: “Refinance” is taken as No cash-out refinance")]
    public void What_is_guessed_is_taken_and_said(string header, string text, string message)
    {
        var result = Read(("Loan number", "1"), ("Borrower", "A B"), (header, text));
        Assert.NotNull(result.Draft);
        Assert.Equal((message, true), (Assert.Single(result.Problems).Message, result.Problems[0].IsWarning));
    }

    [Theory]
    [InlineData("6.75", 6.75)]
    [InlineData("6.75%", 6.75)]
    [InlineData("6,75", 6.75)]
    [InlineData("6 3/4 %", 6.75)]
    [InlineData("7", 7)]
    [InlineData("6.62525", 6.6253)]
    [InlineData("0.125%", 0.125)]
    public void Rates_are_read_as_people_write_them(string text, double rate) =>
        Assert.Equal((decimal)rate, Read(("Loan number", "1"), ("Borrower", "A B"), ("Note rate", text)).Draft!.Terms.NoteRate);

    [Theory]
    [InlineData("3/9/2026")]
    [InlineData("03/09/2026")]
    [InlineData("3/9/26")]
    [InlineData("3-9-2026")]
    [InlineData("2026-03-09")]
    [InlineData("20260309")]
    [InlineData("9-Mar-2026")]
    [InlineData("09-Mar-26")]
    [InlineData("March 9, 2026")]
    [InlineData("Mar 9, 2026")]
    [InlineData("2026-03-09T00:00:00")]
    [InlineData("3/9/2026 12:00:00 AM")]
    [InlineData("2026-03-09 00:00:00.000")]
    [InlineData("46090")]
    public void Days_are_read_as_systems_write_them(string text) =>
        Assert.Equal(new DateOnly(2026, 3, 9), Read(("Loan number", "1"), ("Borrower", "A B"), ("App date", text)).Draft!.ApplicationOn);

    [Theory]
    [InlineData("360", 360)]
    [InlineData("360 months", 360)]
    [InlineData("30 years", 360)]
    [InlineData("30yr", 360)]
    [InlineData("15 Yr Fixed", 180)]
    [InlineData("84", 84)]
    public void Terms_are_read_as_people_write_them(string text, int months) =>
        Assert.Equal(months, Read(("Loan number", "1"), ("Borrower", "A B"), ("Term", text)).Draft!.Terms.TermMonths);

    [Theory]
    [InlineData("Ada Lovelace", "Ada", "Lovelace")]
    [InlineData("Lovelace, Ada", "Ada", "Lovelace")]
    [InlineData("Ludwig van Beethoven", "Ludwig", "van Beethoven")]
    [InlineData("Robert Smith Jr", "Robert", "Smith Jr")]
    [InlineData("Mary Ann Jones", "Mary Ann", "Jones")]
    [InlineData("Madonna", "", "Madonna")]
    public void A_name_in_one_cell_is_split(string text, string first, string last)
    {
        var draft = Read(("Loan number", "1"), ("Borrower name", text)).Draft!;
        Assert.Equal((first, last), (draft.FirstName, draft.LastName));
    }

    [Theory]
    [InlineData("clear to close", "Clear to close")]
    [InlineData("CTC", "Clear to close")]
    [InlineData("Underwriting", "Submitted to UW")]
    [InlineData("Post-Closing", "Post-close")]
    public void A_stage_is_known_by_its_name_and_by_its_milestones_common_names(string text, string stage)
    {
        var draft = Read(("Loan number", "1"), ("Borrower", "A B"), ("Status", text)).Draft!;
        Assert.Equal(stages.Single(s => s.Name == stage).Id, draft.StageId);
    }

    [Fact]
    public void Codes_of_loan_systems_are_understood()
    {
        var draft = Read(("Loan number", "1"), ("Borrower", "A B"), ("Purpose", "NoCash-Out Refinance"), ("Occupancy", "OwnerOccupied"), ("Loan type", "FarmersHomeAdministration"), ("State", "texas")).Draft!;
        Assert.Equal((LoanPurpose.RefinanceNoCashOut, Occupancy.PrimaryResidence, MortgageType.Usda, "TX"), (draft.Terms.Purpose!.Value, draft.Terms.Occupancy!.Value, draft.Terms.MortgageType!.Value, draft.State));
    }

    [Fact]
    public void Members_are_found_by_mail_and_by_name_either_way_round()
    {
        foreach (var text in new[] { "Dana Whitfield", "Whitfield, Dana", "DANA@harborline.example" })
            Assert.Equal(dana.Id, Read(("Loan number", "1"), ("Borrower", "A B"), ("LO", text), ("Processor", text)).Draft!.OfficerId);
    }

    [Fact]
    public void Every_problem_of_a_row_is_told_at_once_in_the_order_of_the_fields()
    {
        var result = Read(("Rate", "675"), ("Amount", "abc"), ("Loan number", "1"), ("Borrower", "A B"));
        Assert.Equal([LoanImportField.Amount.Name(), LoanImportField.Rate.Name()], result.Problems.Select(p => p.Field));
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_throw()
    {
        var random = new Random(42);
        const string alphabet = "0123456789.,-/:()$%kKmM eE+abcJanuary\"'=@\n\té😀\uD83D\u202E";
        var headers = Enum.GetValues<LoanImportField>().Select(f => f.Label()).ToArray();
        var mapping = LoanImportFields.All.Suggest(headers, new Dictionary<string, string?>());
        var reader = new LoanImportReader(mapping, stages, people, new DateOnly(2026, 3, 1));
        for (var i = 0; i < 5_000; i++)
        {
            var cells = headers.Select(_ => string.Concat(Enumerable.Range(0, random.Next(random.Next(10) == 0 ? 300 : 14)).Select(_ => alphabet[random.Next(alphabet.Length)]))).ToArray();
            var result = reader.Read(cells);
            Assert.All(result.Problems, p => Assert.True(p.Message.Length < 250));
            if (result.Draft is { } draft) Assert.True(draft.Terms is { Amount: null or (>= 1 and <= Loan.AmountLimit), NoteRate: null or (>= 0 and <= Loan.RateLimit), TermMonths: null or (>= 1 and <= Loan.TermLimit) });
        }
    }

    private static LoanImportResult Read(params (string Header, string Text)[] row)
    {
        var mapping = LoanImportFields.All.Suggest([.. row.Select(c => c.Header)], new Dictionary<string, string?>());
        Assert.Null(LoanImportFields.All.Refuse(mapping));
        return new LoanImportReader(mapping, stages, people, new DateOnly(2026, 3, 1)).Read([.. row.Select(c => c.Text)]);
    }
}
