namespace CrmStudio.Load.Measuring;

/// <summary>How busy the machine is with other work.</summary>
public static class MachineLoad
{
    /// <summary>The one-minute load average.</summary>
    public static string Now => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
