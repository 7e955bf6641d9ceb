namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// Chance that comes out the same every time (SplitMix64). Each thing that is thrown for forks dice of its own by name, so that
/// adding a throw in one place does not change what falls in another.
/// </summary>
internal sealed class Dice
{
    private readonly ulong seed;
    private ulong state;

    public Dice(ulong seed) => (this.seed, state) = (seed, seed);

    /// <summary>Dice of their own for a named thing, whatever was thrown before.</summary>
    public Dice For(string name)
    {
        var hash = seed ^ 14695981039346656037;   // FNV-1a
        foreach (var letter in name) hash = (hash ^ letter) * 1099511628211;
        return new Dice(hash);
    }

    /// <summary>0 up to but not including 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int lowest, int highest) => lowest + (int)(Unit() * (highest - lowest + 1));

    /// <summary>True in so many of a hundred throws.</summary>
    public bool Percent(double chance) => Unit() * 100 < chance;

    /// <summary>One of the list, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> list) => list[Between(0, list.Count - 1)];

    /// <summary>One of the list, each as likely as its weight says.</summary>
    public T Pick<T>(IReadOnlyList<T> list, Func<T, int> weight)
    {
        var left = Between(1, list.Sum(weight));
        foreach (var item in list)
            if ((left -= weight(item)) <= 0) return item;
        return list[^1];
    }

    /// <summary>The list in another order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> list) => [.. list.Select(item => (item, place: Next())).OrderBy(pair => pair.place).Select(pair => pair.item)];

    /// <summary>A value of the normal distribution around 0 with deviation 1.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
