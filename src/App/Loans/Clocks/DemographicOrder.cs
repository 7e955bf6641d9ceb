using CrmStudio.Domain.Loans.Hmda;

namespace CrmStudio.App.Loans.Clocks;

/// <summary>The order of the sample form: each detail under its broad category, what was not provided at the end.</summary>
public static class DemographicOrder
{
    public static int Of(HmdaEthnicity one) => Of((int)one);

    public static int Of(HmdaRace one) => Of((int)one);

    public static int Of(HmdaSex one) => one switch { HmdaSex.Male => 1, HmdaSex.Female => 2, HmdaSex.Both => 3, HmdaSex.NotProvided => 4, _ => 5 };

    private static int Of(int code) => code < 10 ? code * 10 : code;
}
