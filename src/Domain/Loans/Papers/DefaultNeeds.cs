namespace CrmStudio.Domain.Loans.Papers;

/// <summary>The documents a new organization usually asks for. Starting values: lenders change them.</summary>
public static class DefaultNeeds
{
    private static readonly LoanPurpose[] refinances = [LoanPurpose.RefinanceNoCashOut, LoanPurpose.RefinanceLimitedCashOut, LoanPurpose.RefinanceCashOut];
    private static readonly Occupancy[] rented = [Occupancy.Investment];

    /// <summary>The usual documents, in the order they are asked for.</summary>
    public static IReadOnlyList<NeedTemplate> All() =>
    [
        .. new[]
        {
            Draft("Photo ID, front and back", "A driver's licence or passport that is still valid.", verifies: false, due: 3),
            Draft("Pay stubs, last 30 days", "Every page, with your name, your employer and the year to date.", due: 5, goodFor: 60),
            Draft("W-2, last two years", "From each employer.", due: 5),
            Draft("Bank statements, last two months", "All pages of every account, even the empty ones.", due: 5, goodFor: 90),
            Draft("Tax returns, last two years", "With all schedules, if you are self-employed, earn commissions, or rent out property.", due: 7),
            Draft("Purchase contract", "Signed by everybody, with all addenda.", verifies: false, due: 3, purposes: [LoanPurpose.Purchase]),
            Draft("Proof of earnest money", "The cancelled cheque or the statement that shows it left your account.", due: 7, purposes: [LoanPurpose.Purchase]),
            Draft("Mortgage statement", "The latest one of the loan to be paid off.", due: 5, goodFor: 60, purposes: refinances),
            Draft("Homeowner's insurance binder", "Your insurance agent sends it with the lender as mortgagee.", verifies: false, fromBorrower: false, due: 14),
            Draft("Title commitment", null, verifies: false, fromBorrower: false, due: 14),
            Draft("Payoff statement", null, verifies: false, fromBorrower: false, due: 14, goodFor: 30, purposes: refinances),
            Draft("Certificate of eligibility", "From the VA; we can ask for it if you send your DD-214.", due: 7, types: [MortgageType.Va]),
            Draft("DD-214", "If you have left the service.", due: 7, types: [MortgageType.Va]),
            Draft("FHA case number assignment", null, verifies: false, fromBorrower: false, due: 7, types: [MortgageType.Fha]),
            Draft("Household income worksheet", "Everybody in the household who earns.", due: 7, types: [MortgageType.Usda]),
            Draft("Lease agreements", "For each unit that is rented out.", due: 7, occupancies: rented),
        }.Select((draft, place) => NeedTemplate.Make(place + 1, draft).Value!),
    ];

    private static NeedTemplateDraft Draft(
        string name, string? instructions, bool verifies = true, bool fromBorrower = true, int? due = null, int? goodFor = null,
        MortgageType[]? types = null, LoanPurpose[]? purposes = null, Occupancy[]? occupancies = null) =>
        new(name, instructions, verifies, fromBorrower, due, goodFor, types ?? [], purposes ?? [], occupancies ?? []);
}
