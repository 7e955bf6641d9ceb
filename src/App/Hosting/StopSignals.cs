using System.Runtime.InteropServices;

namespace CrmStudio.App.Hosting;

/// <summary>Hears Ctrl-C and SIGTERM from the first moment, so that a stop while the database is being made or filled is a clean one too.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() => registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];

    /// <summary>Cancelled once somebody asked the process to stop.</summary>
    public CancellationToken Token => stopping.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        stopping.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopping.Cancel();
    }
}
