using CrmStudio.Load.Bench;

namespace CrmStudio.Load.Measures;

/// <summary>Something that can be measured by name.</summary>
public interface IMeasure
{
    string Name { get; }

    Task RunAsync(MeasureBench bench, CancellationToken ct);
}
