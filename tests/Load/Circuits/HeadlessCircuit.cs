using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using CrmStudio.Load.Bench;

namespace CrmStudio.Load.Circuits;

/// <summary>A circuit without a browser: speaks BlazorPack over a WebSocket, acknowledges every batch and counts what travels.</summary>
public sealed partial class HeadlessCircuit : IAsyncDisposable
{
    private const int Invocation = 1, Completion = 3, Ping = 6, Close = 7;
    private const int WantsObject = 1;
    private const byte RecordSeparator = 0x1e;
    private static readonly byte[] pingFrame = [2, 0x91, Ping];
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http;
    private readonly string? cookie;
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource leaving = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> calls = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> wanted = new();
    private Task receiving = Task.CompletedTask;
    private int called, objects;
    private bool hasLeft;
    private string? secret;
    private Exception? fault;

    private HeadlessCircuit(HttpClient http, Uri url, string? cookie, LoadedPage page) => (this.http, Url, this.cookie, Page) = (http, url, cookie, page);

    public Uri Url { get; }

    /// <summary>The page the circuit stands on; its HTML is gone once <see cref="ForgetHtml"/> was called.</summary>
    public LoadedPage Page { get; private set; }

    public long BytesIn { get; private set; }

    public long BytesOut { get; private set; }

    public int MessagesIn { get; private set; }

    public int MessagesOut { get; private set; }

    public long BatchBytes { get; private set; }

    public int Batches { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Calls of the page to the server: everything that goes up beside acknowledgements, answers and signs of life.</summary>
    public int Calls => called;

    /// <summary>The id of the .NET object a script call got, by the name of the call: <c>wire</c> gets the board.</summary>
    public ConcurrentDictionary<string, int> Handed { get; } = new();

    /// <summary>Sees every batch.</summary>
    public Action<ReadOnlyMemory<byte>>? OnBatch { get; set; }

    /// <summary>Loads a page and starts its circuit; comes back when the page was drawn.</summary>
    public static async Task<HeadlessCircuit> OpenAsync(HttpClient http, Uri url, string? cookie, CancellationToken ct, Action<ReadOnlyMemory<byte>>? onBatch = null, string? until = null)
    {
        var page = await LoadedPage.GetAsync(http, url, cookie, ct);
        var circuit = new HeadlessCircuit(http, url, cookie, page) { OnBatch = onBatch };
        try
        {
            await circuit.StartAsync(until, ct);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a method of a .NET object as the page's script does; the answer is its JSON.</summary>
    public async Task<string> CallAsync(string method, int dotNetObject, string argumentsJson, CancellationToken ct = default)
    {
        var id = Interlocked.Increment(ref called).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new PackWriter().Array(5).Int(Invocation).EmptyMap().Nil().Text("BeginInvokeDotNetFromJS").Array(5).Text(id).Nil().Text(method).Int(dotNetObject).Text(argumentsJson));
        return await answer.Task.WaitAsync(patience, ct);
    }

    /// <summary>Clicks: latency is from here to the answer.</summary>
    public Task<string> ClickAsync(ulong handler, CancellationToken ct = default) => CallAsync(
        "DispatchEventAsync", 1, $$"""[{"eventHandlerId":{{handler}},"eventName":"click","eventFieldInfo":null},{"detail":1,"type":"click"}]""", ct);

    /// <summary>Calls a method of what the page's script was handed.</summary>
    public Task<string> TellAsync(string method, string argumentsJson, CancellationToken ct = default) => CallAsync(method, Handed[BenchPages.Live], argumentsJson, ct);

    /// <summary>Comes back once a batch holds the text.</summary>
    public Task SeeAsync(string text)
    {
        var seen = wanted.GetOrAdd(text, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        return seen.Task;
    }

    /// <summary>Among a thousand circuits their pages would be most of the driver's memory.</summary>
    public void ForgetHtml() => Page = Page with { Html = "" };

    /// <summary>Tells the server that we are still here.</summary>
    public Task PingAsync() => SendFrameAsync(pingFrame);

    /// <summary>Leaves as a browser does: tells the server, which else would keep the circuit for minutes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (hasLeft) return;
        hasLeft = true;
        try
        {
            if (secret is not null) await SayGoodbyeAsync(secret);
            if (socket.State == WebSocketState.Open)
            {
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, soon.Token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or HttpRequestException)
        {
            // the server left first
        }
        await leaving.CancelAsync();
        await receiving;
        socket.Dispose();
        leaving.Dispose();
    }

    private async Task SayGoodbyeAsync(string circuit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url, "/_blazor/disconnect")) { Content = new FormUrlEncodedContent([new("circuitId", circuit)]) };
        request.Headers.Add("Origin", Url.GetLeftPart(UriPartial.Authority));
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request);
    }

    private async Task StartAsync(string? until, CancellationToken ct)
    {
        var origin = Url.GetLeftPart(UriPartial.Authority);
        if (cookie is not null) socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await socket.ConnectAsync(new Uri(origin.Replace("http", "ws", StringComparison.Ordinal) + "/_blazor"), ct);
        await SendFrameAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        receiving = ReceiveAsync();

        await SendAsync(new PackWriter().Array(5).Int(Invocation).EmptyMap().Text("0").Text("StartCircuit").Array(4).Text(origin + "/").Text(Url.ToString()).Text("[]").Text(Page.State));
        await started.Task.WaitAsync(patience, ct);
        var drawn = SeeAsync(until ?? "");
        var operations = string.Join(',', Page.Markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}"""));
        await SendAsync(new PackWriter().Array(5).Int(Invocation).EmptyMap().Nil().Text("UpdateRootComponents").Array(2).Text($$"""{"batchId":1,"operations":[{{operations}}]}""").Text(Page.State));
        await Task.WhenAny(drawn, receiving, Task.Delay(patience, ct));
        if (!drawn.IsCompletedSuccessfully) throw new InvalidOperationException($"{Url} was not drawn: {LastError ?? fault?.Message ?? "no answer"}");
    }

    private Task SendAsync(PackWriter message) => SendFrameAsync(message.Framed());

    private async Task SendFrameAsync(byte[] frame)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Binary, true, leaving.Token);
            (BytesOut, MessagesOut) = (BytesOut + frame.Length, MessagesOut + 1);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var isGreeted = false;
        try
        {
            while (true)
            {
                var result = await socket.ReceiveAsync(buffer.GetMemory(4096), leaving.Token);
                if (result.MessageType == WebSocketMessageType.Close) return;
                buffer.Advance(result.Count);
                BytesIn += result.Count;
                if (!result.EndOfMessage) continue;

                // The greeting ends with a record separator; what comes with it is already the first frames.
                var greeting = isGreeted ? 0 : buffer.WrittenSpan.IndexOf(RecordSeparator) + 1;
                isGreeted = true;
                var used = greeting + await TakeAsync(buffer.WrittenMemory[greeting..]);
                var rest = buffer.WrittenMemory[used..].ToArray();
                buffer.ResetWrittenCount();
                buffer.Write(rest);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            if (!leaving.IsCancellationRequested) fault = gone;
        }
        catch (Exception broken)
        {
            fault = broken;
        }
        finally
        {
            var ended = new InvalidOperationException($"The circuit ended: {LastError ?? fault?.Message}");
            started.TrySetException(ended);
            foreach (var call in calls.Values) call.TrySetException(ended);
        }
    }

    // Frames of one WebSocket message: each a length and a body.
    private async Task<int> TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var (length, shift, place) = (0, 0, at);
            byte part;
            do
            {
                if (place >= bytes.Length) return at;
                part = bytes.Span[place++];
                length |= (part & 0x7f) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);
            if (place + length > bytes.Length) return at;
            MessagesIn++;
            if (Understand(bytes.Slice(place, length)) is { } answer) await SendAsync(answer);
            at = place + length;
        }
        return at;
    }

    private PackWriter? Understand(ReadOnlyMemory<byte> body)
    {
        var reader = new PackReader(body.Span);
        reader.Array();
        switch (reader.Int())
        {
            case Invocation:
                reader.Skip();
                reader.Skip();
                return Do(reader.Text()!, ref reader);
            case Completion:
                reader.Skip();
                reader.Skip();
                var kind = reader.Int();
                if (kind == 1) started.TrySetException(new InvalidOperationException(reader.Text()));
                else if (kind == 3) secret = reader.Text();
                return null;
            case Close:
                LastError ??= "the server closed the connection";
                return null;
            default:
                return null;
        }
    }

    private PackWriter? Do(string target, ref PackReader reader)
    {
        reader.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                var id = reader.Int();
                var batch = reader.Bin();
                See(batch);
                return new PackWriter().Array(5).Int(Invocation).EmptyMap().Nil().Text("OnRenderCompleted").Array(2).Int(id).Nil();
            case "JS.BeginInvokeJS":
                return Answer(reader.Int(), reader.Text()!, reader.Text(), reader.Int());
            case "JS.EndInvokeDotNet":
                var (call, isDone, json) = (reader.Text()!, reader.Bool(), reader.Text());
                if (calls.TryRemove(call, out var waiting))
                {
                    if (isDone) waiting.TrySetResult(json ?? "");
                    else waiting.TrySetException(new InvalidOperationException(json));
                }
                return null;
            case "JS.Error":
                LastError = reader.Text();
                return null;
            default:
                return null;
        }
    }

    private void See(ReadOnlySpan<byte> batch)
    {
        (Batches, BatchBytes) = (Batches + 1, BatchBytes + batch.Length);
        OnBatch?.Invoke(batch.ToArray());
        foreach (var (text, seen) in wanted)
            if (batch.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 && wanted.TryRemove(text, out _)) seen.TrySetResult();
    }

    private PackWriter? Answer(long handle, string identifier, string? arguments, long resultType)
    {
        if (arguments is not null && DotNetObject().Match(arguments) is { Success: true } handed) Handed[identifier] = int.Parse(handed.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        if (identifier == "Blazor._internal.attachWebRendererInterop") started.TrySetResult();
        foreach (var (text, seen) in wanted)
            if (text == identifier && wanted.TryRemove(text, out _)) seen.TrySetResult();
        if (handle == 0) return null;
        var result = resultType == WantsObject ? $$"""{"__jsObjectId":{{Interlocked.Increment(ref objects)}}}""" : "null";
        return new PackWriter().Array(5).Int(Invocation).EmptyMap().Nil().Text("EndInvokeJSFromDotNet").Array(3).Int(handle).Bool(true).Text($"[{handle},true,{result}]");
    }

    [GeneratedRegex("\"__dotNetObject\":(\\d+)")]
    private static partial Regex DotNetObject();
}
