using CrmStudio.Infrastructure.Platform;

namespace CrmStudio.App.Hosting.Settings;

/// <summary>Runs the process so that a wrong setting ends it with one sentence, not with a stack trace.</summary>
public static class StartUp
{
    /// <summary>Exit code 0 when <paramref name="run"/> comes to its end, 1 when start-up was refused. The sentence goes to standard error unless told otherwise.</summary>
    public static async Task<int> RunAsync(Func<Task> run, TextWriter? errors = null)
    {
        try
        {
            await run();
            return 0;
        }
        catch (StartUpRefusedException refused)
        {
#pragma warning disable RS0030 // there may be no logger yet, and a logger would add more than the sentence
            await (errors ?? Console.Error).WriteLineAsync(refused.Message);
#pragma warning restore RS0030
            return 1;
        }
    }
}
