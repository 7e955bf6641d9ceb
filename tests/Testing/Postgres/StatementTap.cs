using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace CrmStudio.Testing.Postgres;

/// <summary>
/// Stands between the app and PostgreSQL and reads along what is executed. Counts what units of members execute, and what the
/// sign-in asks; not BEGIN, binding and COMMIT, and not what jobs do in between.
/// </summary>
public sealed class StatementTap : IAsyncDisposable
{
    private const string Binds = "set_config('app.org_id'", IsMembers = "select m.access_version";
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource leaving = new();
    private readonly (string Host, int Port) server;
    private readonly List<string> statements = [];
    private readonly List<string> background = [];
    private int commands;

    public StatementTap(string connectionString)
    {
        var told = new NpgsqlConnectionStringBuilder(connectionString);
        server = (told.Host!, told.Port);
        listener.Start();
        (told.Host, told.Port, told.SslMode) = ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, SslMode.Disable);
        ConnectionString = told.ConnectionString;
        _ = AcceptAsync();
    }

    /// <summary>The way through the tap.</summary>
    public string ConnectionString { get; }

    /// <summary>Statements executed for members, the commands (round trips) they came in, and statements of jobs; since the last look.</summary>
    public (IReadOnlyList<string> Statements, int Commands, IReadOnlyList<string> Background) Take()
    {
        lock (statements)
        {
            var taken = (statements.ToList(), commands, background.ToList());
            statements.Clear();
            background.Clear();
            commands = 0;
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        listener.Dispose();
        leaving.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!leaving.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(leaving.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var upstream = new TcpClient { NoDelay = true })
        {
            client.NoDelay = true;
            try
            {
                await upstream.ConnectAsync(server.Host, server.Port, leaving.Token);
                await Task.WhenAny(upstream.GetStream().CopyToAsync(client.GetStream(), leaving.Token), ForwardAsync(client.GetStream(), upstream.GetStream()));
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // either side left
            }
        }
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to)
    {
        var (head, speaker) = (new byte[5], new Speaker(this));
        await from.ReadExactlyAsync(head.AsMemory(0, 4), leaving.Token);
        await PassAsync(head.AsMemory(0, 4), await BodyAsync(from, head.AsMemory(0, 4)), to);   // the first message has no type
        while (true)
        {
            await from.ReadExactlyAsync(head, leaving.Token);
            var body = await BodyAsync(from, head.AsMemory(1));
            speaker.Hear((char)head[0], body);
            await PassAsync(head, body, to);
        }
    }

    private async Task<byte[]> BodyAsync(NetworkStream from, ReadOnlyMemory<byte> length)
    {
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(length.Span) - 4];
        await from.ReadExactlyAsync(body, leaving.Token);
        return body;
    }

    private async Task PassAsync(ReadOnlyMemory<byte> head, byte[] body, NetworkStream to)
    {
        byte[] whole = [.. head.Span, .. body];
        await to.WriteAsync(whole, leaving.Token);
    }

    /// <summary>One connection: what it prepared, and in whose unit it is.</summary>
    private sealed class Speaker(StatementTap tap)
    {
        private readonly Dictionary<string, string> prepared = new(StringComparer.Ordinal);
        private string current = "";
        private bool isBound, isMembers;
        private int inCommand;

        public void Hear(char type, byte[] body)
        {
            switch (type)
            {
                case 'P':
                    var name = Text(body, 0);
                    prepared[name] = Text(body, Encoding.UTF8.GetByteCount(name) + 1);
                    break;
                case 'B':
                    current = prepared.GetValueOrDefault(Text(body, Encoding.UTF8.GetByteCount(Text(body, 0)) + 1), "?");
                    break;
                case 'E':
                    Execute();
                    break;
                case 'S':
                    lock (tap.statements) tap.commands += inCommand > 0 ? 1 : 0;
                    inCommand = 0;
                    break;
                case 'Q' when Text(body, 0) is var simple && (simple.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) || simple.StartsWith("ROLLBACK", StringComparison.OrdinalIgnoreCase)):
                    (isBound, isMembers) = (false, false);
                    break;
            }
        }

        private void Execute()
        {
            if (current.Contains(Binds, StringComparison.Ordinal)) (isBound, isMembers) = (true, false);
            else if (current.Contains(IsMembers, StringComparison.Ordinal)) isMembers = true;
            else
            {
                var counts = isBound ? isMembers : current.Contains("sessions", StringComparison.Ordinal);
                lock (tap.statements) (counts ? tap.statements : tap.background).Add(current);
                if (counts) inCommand++;
            }
        }

        private static string Text(byte[] body, int from) => Encoding.UTF8.GetString(body, from, Array.IndexOf(body, (byte)0, from) - from);
    }
}
