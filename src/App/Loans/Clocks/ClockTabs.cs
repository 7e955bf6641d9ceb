namespace CrmStudio.App.Loans.Clocks;

/// <summary>Words of this part's sides of a loan in its address.</summary>
public static class ClockTabs
{
    public const string Clocks = "clocks";
    public const string Disclosures = "disclosures";
    public const string Fees = "fees";
    public const string Hmda = "hmda";
}
