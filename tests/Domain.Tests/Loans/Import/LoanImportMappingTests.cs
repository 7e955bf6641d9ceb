using CrmStudio.Domain.Loans.Import;

namespace CrmStudio.Domain.Tests.Loans.Import;

public sealed class LoanImportMappingTests
{
    private static readonly Dictionary<string, LoanImportField?> nothing = [];

    [Theory]
    [InlineData("Borrower,Amount", "loan-import.no-number")]
    [InlineData("Loan number,Amount", "loan-import.no-borrower")]
    public void Rows_without_number_or_borrower_cannot_be_read(string headers, string code) =>
        Assert.Equal(code, LoanImportMapping.Suggest(headers.Split(','), nothing).Refuse()!.Code);

    [Fact]
    public void A_field_mapped_twice_is_refused_by_name()
    {
        var mapping = new LoanImportMapping([LoanImportField.LoanNumber, LoanImportField.BorrowerName, LoanImportField.Amount, LoanImportField.Amount]);
        Assert.Equal("Two columns are mapped to “Amount”. Leave one of them out.", mapping.Refuse()!.Message);
    }

    [Theory]
    [InlineData("Loan #", LoanImportField.LoanNumber)]
    [InlineData("LOAN_NUMBER", LoanImportField.LoanNumber)]
    [InlineData("Borr Last Name", LoanImportField.BorrowerLastName)]
    [InlineData("Co-Borrower First Name", LoanImportField.CoBorrowerFirstName)]
    [InlineData("Loan Originator", LoanImportField.Officer)]
    [InlineData("Current Milestone", LoanImportField.Stage)]
    [InlineData("Base Loan Amount", LoanImportField.Amount)]
    [InlineData("Subject Property Purchase Price", LoanImportField.PurchasePrice)]
    [InlineData("Lock Expiration Date", LoanImportField.LockExpiresOn)]
    [InlineData("Est. Closing Date", LoanImportField.ClosingOn)]
    [InlineData("Intrest Rate", null)]
    [InlineData("Apraised Value", LoanImportField.AppraisedValue)]
    [InlineData("Favourite colour", null)]
    public void Headers_are_recognised_by_what_other_systems_call_them(string header, LoanImportField? field) =>
        Assert.Equal(field, LoanImportMapping.Suggest([header], nothing).Fields[0]);

    [Fact]
    public void What_was_chosen_before_goes_first_and_each_field_is_given_once()
    {
        var remembered = new Dictionary<string, LoanImportField?>
        {
            [LoanImportMapping.HeaderKey("Ref")] = LoanImportField.LoanNumber,
            [LoanImportMapping.HeaderKey("Source")] = null,
        };
        var mapping = LoanImportMapping.Suggest(["Loan number", "REF.", "Source", "Amount", "Loan amount"], remembered);
        Assert.Equal([null, LoanImportField.LoanNumber, null, LoanImportField.Amount, null], mapping.Fields);
    }

    [Fact]
    public void Every_field_is_recognised_by_its_own_label()
    {
        foreach (var field in Enum.GetValues<LoanImportField>()) Assert.Equal(field, LoanImportColumns.Recognise(field.Label()));
    }
}
