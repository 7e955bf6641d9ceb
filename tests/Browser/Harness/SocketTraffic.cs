using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Harness;

/// <summary>What travels over a page's socket, as Chromium sees it: no time is in it, so that it can be held against a limit on any machine.</summary>
public sealed class SocketTraffic
{
    private const int Binary = 2, SignOfLife = 3;   // bytes
    private readonly object counting = new();
    private int bytesDown, callsUp;

    private SocketTraffic()
    {
    }

    /// <summary>Counts from here on. Before the page opens its socket.</summary>
    public static async Task<SocketTraffic> OfAsync(IPage page)
    {
        var traffic = new SocketTraffic();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, told) => traffic.Count(Frame(told), isUp: false);
        session.Event("Network.webSocketFrameSent").OnEvent += (_, told) => traffic.Count(Frame(told), isUp: true);
        await session.SendAsync("Network.enable");
        return traffic;
    }

    /// <summary>Bytes that came down, and messages up that call the server, beside acknowledgements and signs of life; both begin at nothing again.</summary>
    public (int BytesDown, int CallsUp) Take()
    {
        lock (counting)
        {
            var taken = (bytesDown, callsUp);
            (bytesDown, callsUp) = (0, 0);
            return taken;
        }
    }

    private void Count(byte[] frame, bool isUp)
    {
        if (frame.Length <= SignOfLife) return;
        lock (counting)
        {
            if (!isUp) bytesDown += frame.Length;
            else if (frame.AsSpan().IndexOf("BeginInvokeDotNetFromJS"u8) >= 0 || frame.AsSpan().IndexOf("OnLocationChanged"u8) >= 0) callsUp++;
        }
    }

    // Binary frames come in base 64, the greeting as text.
    private static byte[] Frame(JsonElement? told)
    {
        var frame = told!.Value.GetProperty("response");
        var payload = frame.GetProperty("payloadData").GetString()!;
        return (int)frame.GetProperty("opcode").GetDouble() == Binary ? Convert.FromBase64String(payload) : Encoding.UTF8.GetBytes(payload);
    }
}
