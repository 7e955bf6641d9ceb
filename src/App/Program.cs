using CrmStudio.App.Hosting;
using CrmStudio.Infrastructure.Platform;

try
{
    return await Startup.RunAsync(args);
}
catch (StartUpRefusedException refused)
{
#pragma warning disable RS0030 // there is no logger yet, and the one sentence is the whole message
    await Console.Error.WriteLineAsync(refused.Message);
#pragma warning restore RS0030
    return 1;
}
