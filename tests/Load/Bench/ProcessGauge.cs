using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CrmStudio.Load.Bench;

/// <summary>What a process costs: CPU time, resident memory; and a way to make it collect its garbage first.</summary>
public sealed class ProcessGauge(int processId)
{
    private const ulong HeapCollect = 0x800000;
    private const byte EventPipe = 2, StopTracing = 1, CollectTracing = 2;

    /// <summary>User and system time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            using var process = Process.GetProcessById(processId);
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in kilobytes.</summary>
    public long Resident => long.Parse(File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^3], CultureInfo.InvariantCulture);

    /// <summary>Forces a full collection through the runtime's diagnostic port, as a heap dump does, without dumping.</summary>
    public async Task CollectAsync()
    {
        var port = Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{processId}-*-socket").MaxBy(File.GetLastWriteTimeUtc)!;   // older ones are of dead processes
        using var tracing = await OpenAsync(port);
        const string provider = "Microsoft-Windows-DotNETRuntime";
        byte[] start = [.. BitConverter.GetBytes(16u), .. BitConverter.GetBytes(1u), .. BitConverter.GetBytes(1u), .. BitConverter.GetBytes(HeapCollect), .. BitConverter.GetBytes(4u), .. Text(provider), .. Text("")];
        await SendAsync(tracing, CollectTracing, start);
        await using var stream = new NetworkStream(tracing);
        var answer = new byte[28];   // header of 20 bytes, then the session
        await stream.ReadExactlyAsync(answer);
        var draining = stream.CopyToAsync(Stream.Null);

        using var stopping = await OpenAsync(port);
        await SendAsync(stopping, StopTracing, answer[20..28]);
        await using var stopped = new NetworkStream(stopping);
        await stopped.ReadExactlyAsync(new byte[20]);
        await draining;
    }

    private static async Task<Socket> OpenAsync(string port)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(port));
        return socket;
    }

    private static async Task SendAsync(Socket socket, byte command, byte[] payload)
    {
        byte[] message = [.. "DOTNET_IPC_V1\0"u8, .. BitConverter.GetBytes((ushort)(20 + payload.Length)), EventPipe, command, 0, 0, .. payload];
        await socket.SendAsync(message);
    }

    private static byte[] Text(string text) => [.. BitConverter.GetBytes((uint)text.Length + 1), .. Encoding.Unicode.GetBytes(text + "\0")];
}
