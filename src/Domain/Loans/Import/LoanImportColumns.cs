namespace CrmStudio.Domain.Loans.Import;

/// <summary>What people and other systems call the fields, and which of them hold amounts.</summary>
public static class LoanImportColumns
{
    // Names as exports of loan systems and spreadsheets write them; compared without case, spaces and punctuation.
    private static readonly (LoanImportField Field, string Label, string Others)[] catalog =
    [
        (LoanImportField.LoanNumber, "Loan number", "loan no|loan #|loan|loan id|loan num|number|file number|file no|lender loan number|loan identifier|los number|lender case number"),
        (LoanImportField.BorrowerName, "Borrower", "borrower name|borrower full name|primary borrower|primary borrower name|full name|name|client|client name|customer|customer name|applicant|applicant name|bor name|borr name"),
        (LoanImportField.BorrowerFirstName, "Borrower first name", "first name|first|given name|fname|borrower first|bor first name|borr first name|primary borrower first name|applicant first name|client first name|borr 1 first name"),
        (LoanImportField.BorrowerLastName, "Borrower last name", "last name|last|surname|family name|lname|borrower last|bor last name|borr last name|primary borrower last name|applicant last name|client last name|borr 1 last name|borrower surname"),
        (LoanImportField.Email, "E-mail", "email|email address|e mail address|borrower email|borrower e mail|primary email|borrower email address|applicant email|bor email|home email"),
        (LoanImportField.Phone, "Phone", "phone number|telephone|mobile|cell|cell phone|mobile phone|borrower phone|home phone|primary phone|contact number|borrower cell|borrower cell phone|borrower mobile|tel"),
        (LoanImportField.CoBorrowerName, "Co-borrower", "co borrower name|coborrower|co borrower full name|coborrower name|co applicant|co applicant name|secondary borrower|borrower 2|borrower 2 name|cobor name"),
        (LoanImportField.CoBorrowerFirstName, "Co-borrower first name", "coborrower first name|co borrower first|co applicant first name|cobor first name|borrower 2 first name"),
        (LoanImportField.CoBorrowerLastName, "Co-borrower last name", "coborrower last name|co borrower last|co applicant last name|cobor last name|borrower 2 last name"),
        (LoanImportField.Officer, "Loan officer", "officer|lo|lo name|mlo|originator|loan originator|assigned to|owner|loan officer name|loan officer email|lo email|officer email|officer name|originator name|loan consultant"),
        (LoanImportField.Processor, "Processor", "loan processor|processor name|processor email|loan processor name|lp"),
        (LoanImportField.Stage, "Stage", "status|loan status|pipeline stage|loan stage|milestone|current milestone|last finished milestone|current status|phase|pipeline status"),
        (LoanImportField.Amount, "Amount", "loan amount|base loan amount|total loan amount|loan amt|amt|principal|mortgage amount|loan size|note amount|original loan amount"),
        (LoanImportField.PurchasePrice, "Purchase price", "price|sales price|sale price|contract price|purchase amount|subject property purchase price|selling price"),
        (LoanImportField.AppraisedValue, "Appraised value", "appraisal value|value|property value|home value|appraisal|estimated value|market value|subject property appraised value"),
        (LoanImportField.Purpose, "Purpose", "loan purpose|purpose of loan|transaction type|purchase or refinance|purchase refi"),
        (LoanImportField.Occupancy, "Occupancy", "occupancy type|property usage|property use|usage|occupancy status|property will be|residence type"),
        (LoanImportField.MortgageType, "Mortgage type", "loan type|mortgage|type|type of loan|mortgage applied for|agency type"),
        (LoanImportField.Product, "Product", "loan program|program|programme|loan product|product name|program name|rate product"),
        (LoanImportField.Term, "Term", "loan term|term months|term in months|amortization term|amort term|months|term years|loan term months|no of months"),
        (LoanImportField.Rate, "Rate", "interest rate|note rate|int rate|rate %|loan rate|interest|requested interest rate|apr rate"),
        (LoanImportField.LockedOn, "Lock date", "locked on|locked|rate lock date|lock|date locked|lock start|rate locked|lock effective date|locked date"),
        (LoanImportField.LockExpiresOn, "Lock expires", "lock expiration|lock expiration date|lock expiry|lock exp|lock exp date|lock expires on|rate lock expiration|rate lock expiration date|lock end|lock expiry date"),
        (LoanImportField.ApplicationOn, "Application date", "app date|application|applied on|date of application|application taken|application received|file started date|start date|file started|app received"),
        (LoanImportField.ClosingOn, "Estimated closing date", "closing date|closing|est closing date|estimated closing|est closing|close date|expected closing|expected closing date|scheduled closing date|closing on|coe|projected closing date"),
        (LoanImportField.PropertyAddress, "Property address", "address|street|street address|subject property address|property street|address 1|address line 1|subject address|property address 1"),
        (LoanImportField.PropertyCity, "City", "property city|subject property city|town|subject city"),
        (LoanImportField.PropertyState, "State", "property state|subject property state|st|subject state|state code"),
        (LoanImportField.PropertyZip, "ZIP", "zip code|zipcode|postal code|property zip|property zip code|subject property zip|postcode|subject zip"),
        (LoanImportField.Source, "Source", "lead source|referral source|how did you hear|campaign|channel source|marketing source|referred from"),
    ];

    private static readonly Dictionary<LoanImportField, string> labels = catalog.ToDictionary(c => c.Field, c => c.Label);

    private static readonly Dictionary<string, LoanImportField> byName = catalog
        .SelectMany(c => c.Others.Split('|').Append(c.Label).Select(name => (Key: Words.Key(name), c.Field)))
        .DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Field, StringComparer.Ordinal);

    /// <summary>The field as the wizard and its messages call it.</summary>
    public static string Label(this LoanImportField field) => labels[field];

    /// <summary>True for fields a member without the permission to see amounts must not be shown.</summary>
    public static bool IsAmount(this LoanImportField field) =>
        field is LoanImportField.Amount or LoanImportField.PurchasePrice or LoanImportField.AppraisedValue;

    /// <summary>The field a column of this name holds; null when nothing is known by that name.</summary>
    public static LoanImportField? Recognise(string header) => byName.TryGetValue(Words.Key(header), out var field) ? field : null;
}
