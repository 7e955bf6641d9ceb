namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

/// <summary>A stream that hands out a few bytes at a time, like a slow connection.</summary>
internal sealed class TricklingStream(byte[] bytes, int piece) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(base.Read(buffer.Span[..Math.Min(buffer.Length, piece)]));
}
