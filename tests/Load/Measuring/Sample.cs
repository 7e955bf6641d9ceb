using System.Globalization;

namespace CrmStudio.Load.Measuring;

/// <summary>Numbers of one kind, and what to say of them.</summary>
public sealed class Sample(IEnumerable<double> numbers)
{
    private readonly double[] ordered = [.. numbers.Order()];

    /// <summary>The numbers as they came.</summary>
    public IReadOnlyList<double> Numbers { get; } = [.. numbers];

    public int Count => ordered.Length;

    public double Median => At(.5);

    public double P95 => At(.95);

    public double P99 => At(.99);

    public double Least => ordered[0];

    public double Most => ordered[^1];

    public string Range(string format = "0.00") => string.Create(CultureInfo.InvariantCulture, $"{Least.ToString(format, CultureInfo.InvariantCulture)}–{Most.ToString(format, CultureInfo.InvariantCulture)}, n={Count}");

    private double At(double share)
    {
        var place = share * (ordered.Length - 1);
        var (low, part) = ((int)place, place - (int)place);
        return low + 1 < ordered.Length ? ordered[low] + part * (ordered[low + 1] - ordered[low]) : ordered[low];
    }
}
