namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>
/// How alike two names are, 0 to 1: the Jaro measure with Winkler's bonus for a common beginning (W. E. Winkler, "String Comparator Metrics and Enhanced
/// Decision Rules in the Fellegi-Sunter Model of Record Linkage", ASA 1990). Made for names of persons: it forgives a wrong letter and two that changed places.
/// </summary>
public static class JaroWinkler
{
    private const int LongestPrefix = 4;
    private const double PrefixWeight = 0.1;

    /// <summary>The likeness of two texts; 1 is the same, 0 is nothing in common. Case is not looked at.</summary>
    public static double Of(string one, string other)
    {
        (one, other) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        if (one == other) return 1;
        var jaro = Jaro(one, other);
        var prefix = one.Zip(other).Take(LongestPrefix).TakeWhile(pair => pair.First == pair.Second).Count();
        return jaro + prefix * PrefixWeight * (1 - jaro);
    }

    private static double Jaro(string one, string other)
    {
        var window = Math.Max(0, Math.Max(one.Length, other.Length) / 2 - 1);
        var (oneFound, otherFound) = (new bool[one.Length], new bool[other.Length]);
        double common = 0;
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(other.Length, i + window + 1); j++)
            {
                if (otherFound[j] || one[i] != other[j]) continue;
                (oneFound[i], otherFound[j]) = (true, true);
                common++;
                break;
            }
        }
        if (common == 0) return 0;

        var swapped = one.Where((_, i) => oneFound[i]).Zip(other.Where((_, j) => otherFound[j])).Count(pair => pair.First != pair.Second) / 2;
        return (common / one.Length + common / other.Length + (common - swapped) / common) / 3;
    }
}
