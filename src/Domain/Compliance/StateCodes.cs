namespace CrmStudio.Domain.Compliance;

/// <summary>Two-digit FIPS codes of the states, the District of Columbia and the territories: the first two digits of their counties' codes.</summary>
public static class StateCodes
{
    private const string Codes =
        "AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 " +
        "OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56 AS60 GU66 MP69 PR72 VI78";

    private static readonly Dictionary<string, string> byState = Codes.Split(' ').ToDictionary(code => code[..2], code => code[2..], StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a state by its two letters; null for what is none.</summary>
    public static string? FipsOf(string? state) => state is null ? null : byState.GetValueOrDefault(state.Trim());
}
