using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Loans.Import;

namespace CrmStudio.Domain.Tests.Loans.Import;

public sealed class LoanImportMappingTests
{
    private static readonly Dictionary<string, string?> nothing = [];

    [Theory]
    [InlineData("Borrower,Amount", "loan-import.no-number")]
    [InlineData("Loan number,Amount", "loan-import.no-borrower")]
    public void Rows_without_number_or_borrower_cannot_be_read(string headers, string code) =>
        Assert.Equal(code, LoanImportFields.All.Refuse(LoanImportFields.All.Suggest(headers.Split(','), nothing))!.Code);

    [Fact]
    public void A_field_mapped_twice_is_refused_by_name()
    {
        var mapping = new ImportMapping(["LoanNumber", "BorrowerName", "Amount", "Amount"]);
        Assert.Equal("Two columns are mapped to “Amount”. Leave one of them out.", LoanImportFields.All.Refuse(mapping)!.Message);
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
        Assert.Equal(field?.Name(), LoanImportFields.All.Suggest([header], nothing).Fields[0]);

    [Fact]
    public void What_was_chosen_before_goes_first_and_each_field_is_given_once()
    {
        var remembered = new Dictionary<string, string?>
        {
            [ImportFields.HeaderKey("Ref")] = "LoanNumber",
            [ImportFields.HeaderKey("Source")] = null,
        };
        var mapping = LoanImportFields.All.Suggest(["Loan number", "REF.", "Source", "Amount", "Loan amount"], remembered);
        Assert.Equal([null, "LoanNumber", null, "Amount", null], mapping.Fields);
    }

    [Fact]
    public void A_mapping_to_a_field_nobody_knows_is_refused() =>
        Assert.Equal(ImportRefusals.OtherColumns, LoanImportFields.All.Refuse(new ImportMapping(["LoanNumber", "BorrowerName", "Shoe size"])));

    [Fact]
    public void Every_field_is_recognised_by_its_own_label()
    {
        foreach (var field in Enum.GetValues<LoanImportField>()) Assert.Equal(field.Name(), LoanImportFields.All.Recognise(field.Label())!.Name);
    }
}
