using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>What people and other systems call the fields of a loan.</summary>
public static class LoanImportFields
{
    private static readonly string[] names = Enum.GetNames<LoanImportField>();

    // Names as exports of loan systems and spreadsheets write them.
    private static readonly (LoanImportField Field, string Label, string Others, string? Example)[] catalog =
    [
        (LoanImportField.LoanNumber, "Loan number", "loan no|loan #|loan|loan id|loan num|number|file number|file no|lender loan number|loan identifier|los number|lender case number", "26-0412"),
        (LoanImportField.BorrowerName, "Borrower", "borrower name|borrower full name|primary borrower|primary borrower name|full name|name|client|client name|customer|customer name|applicant|applicant name|bor name|borr name", null),
        (LoanImportField.BorrowerFirstName, "Borrower first name", "first name|first|given name|fname|borrower first|bor first name|borr first name|primary borrower first name|applicant first name|client first name|borr 1 first name", "Marisol"),
        (LoanImportField.BorrowerLastName, "Borrower last name", "last name|last|surname|family name|lname|borrower last|bor last name|borr last name|primary borrower last name|applicant last name|client last name|borr 1 last name|borrower surname", "Whitlock"),
        (LoanImportField.Email, "E-mail", "email|email address|e mail address|borrower email|borrower e mail|primary email|borrower email address|applicant email|bor email|home email", "marisol@example.com"),
        (LoanImportField.Phone, "Phone", "phone number|telephone|mobile|cell|cell phone|mobile phone|borrower phone|home phone|primary phone|contact number|borrower cell|borrower cell phone|borrower mobile|tel", "(207) 555-0142"),
        (LoanImportField.CoBorrowerName, "Co-borrower", "co borrower name|coborrower|co borrower full name|coborrower name|co applicant|co applicant name|secondary borrower|borrower 2|borrower 2 name|cobor name", "Jon Whitlock"),
        (LoanImportField.CoBorrowerFirstName, "Co-borrower first name", "coborrower first name|co borrower first|co applicant first name|cobor first name|borrower 2 first name", null),
        (LoanImportField.CoBorrowerLastName, "Co-borrower last name", "coborrower last name|co borrower last|co applicant last name|cobor last name|borrower 2 last name", null),
        (LoanImportField.Officer, "Loan officer", "officer|lo|lo name|mlo|originator|loan originator|assigned to|owner|loan officer name|loan officer email|lo email|officer email|officer name|originator name|loan consultant", ""),
        (LoanImportField.Processor, "Processor", "loan processor|processor name|processor email|loan processor name|lp", ""),
        (LoanImportField.Stage, "Stage", "status|loan status|pipeline stage|loan stage|milestone|current milestone|last finished milestone|current status|phase|pipeline status", "Processing"),
        (LoanImportField.Amount, "Amount", "loan amount|base loan amount|total loan amount|loan amt|amt|principal|mortgage amount|loan size|note amount|original loan amount", "409600"),
        (LoanImportField.PurchasePrice, "Purchase price", "price|sales price|sale price|contract price|purchase amount|subject property purchase price|selling price", "512000"),
        (LoanImportField.AppraisedValue, "Appraised value", "appraisal value|value|property value|home value|appraisal|estimated value|market value|subject property appraised value", "512000"),
        (LoanImportField.Purpose, "Purpose", "loan purpose|purpose of loan|transaction type|purchase or refinance|purchase refi", "Purchase"),
        (LoanImportField.Occupancy, "Occupancy", "occupancy type|property usage|property use|usage|occupancy status|property will be|residence type", "Primary residence"),
        (LoanImportField.MortgageType, "Mortgage type", "loan type|mortgage|type|type of loan|mortgage applied for|agency type", "Conventional"),
        (LoanImportField.Product, "Product", "loan program|program|programme|loan product|product name|program name|rate product", "Conv 30"),
        (LoanImportField.Term, "Term", "loan term|term months|term in months|amortization term|amort term|months|term years|loan term months|no of months", "360"),
        (LoanImportField.Rate, "Rate", "interest rate|note rate|int rate|rate %|loan rate|interest|requested interest rate|apr rate", "6.375"),
        (LoanImportField.LockedOn, "Lock date", "locked on|locked|rate lock date|lock|date locked|lock start|rate locked|lock effective date|locked date", "3/9/2026"),
        (LoanImportField.LockExpiresOn, "Lock expires", "lock expiration|lock expiration date|lock expiry|lock exp|lock exp date|lock expires on|rate lock expiration|rate lock expiration date|lock end|lock expiry date", "4/23/2026"),
        (LoanImportField.ApplicationOn, "Application date", "app date|application|applied on|date of application|application taken|application received|file started date|start date|file started|app received", "3/2/2026"),
        (LoanImportField.ClosingOn, "Estimated closing date", "closing date|closing|est closing date|estimated closing|est closing|close date|expected closing|expected closing date|scheduled closing date|closing on|coe|projected closing date", "4/17/2026"),
        (LoanImportField.PropertyAddress, "Property address", "address|street|street address|subject property address|property street|address 1|address line 1|subject address|property address 1", "214 Alder Court"),
        (LoanImportField.PropertyCity, "City", "property city|subject property city|town|subject city", "Wells Harbor"),
        (LoanImportField.PropertyState, "State", "property state|subject property state|st|subject state|state code", "ME"),
        (LoanImportField.PropertyZip, "ZIP", "zip code|zipcode|postal code|property zip|property zip code|subject property zip|postcode|subject zip", "04090"),
        (LoanImportField.Source, "Source", "lead source|referral source|how did you hear|campaign|channel source|marketing source|referred from", "Referral"),
    ];

    /// <summary>All of them, in the order the wizard offers them.</summary>
    public static ImportFields All { get; } = new(
        [.. catalog.Select(c => new ImportField(c.Field.Name(), c.Label, c.Others, c.Example))],
        [
            new([LoanImportField.LoanNumber.Name()], new Refusal("loan-import.no-number", "No column is mapped to “Loan number”. It is needed to tell loans apart and to find them again.")),
            new([LoanImportField.BorrowerName.Name(), LoanImportField.BorrowerLastName.Name()], new Refusal("loan-import.no-borrower", "No column is mapped to “Borrower” or “Borrower last name”. A loan needs a borrower.")),
        ]);

    private static readonly string[] labels = [.. names.Select(name => All.Of(name).Label)];

    /// <summary>The name a field is kept by.</summary>
    public static string Name(this LoanImportField field) => names[(int)field];

    /// <summary>The field as the wizard and its messages call it.</summary>
    public static string Label(this LoanImportField field) => labels[(int)field];
}
