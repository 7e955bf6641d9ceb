namespace CrmStudio.Load.Measures;

public static class MeasureRun
{
    public static IReadOnlyList<string> Names => [];

    public static Task RunAsync(string[] wanted, CancellationToken ct) => Task.CompletedTask;
}
