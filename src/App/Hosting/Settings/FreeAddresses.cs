using System.Net;
using System.Net.Sockets;
using CrmStudio.Infrastructure.Platform;

namespace CrmStudio.App.Hosting.Settings;

/// <summary>Looks whether the app can listen where it is told to, before it makes a database for nothing.</summary>
internal static class FreeAddresses
{
    /// <summary>Refuses in one sentence when an address is taken or out of reach.</summary>
    public static void Prove(IEnumerable<string> urls)
    {
        foreach (var url in urls) Prove(url);
    }

    private static void Prove(string url)
    {
        var address = BindingAddress.Parse(url);
        if (address.IsUnixPipe || address.IsNamedPipe) return;
        var ip = address.Host is "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host, out var given) ? given : IPAddress.Any;
        try
        {
            using var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(ip, address.Port));
        }
        catch (SocketException e) when (Reason(e.SocketErrorCode) is { } reason)
        {
            throw new StartUpRefusedException($"ASPNETCORE_URLS names {url}, {reason}");
        }
    }

    private static string? Reason(SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => "where another program listens already: stop it, or name another address.",
        SocketError.AccessDenied => "where this user may not listen: name a port above 1023.",
        SocketError.AddressNotAvailable => "which is no address of this machine.",
        _ => null,
    };
}
