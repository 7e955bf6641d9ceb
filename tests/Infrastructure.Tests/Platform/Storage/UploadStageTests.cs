using CrmStudio.Infrastructure.Platform.Storage;

namespace CrmStudio.Infrastructure.Tests.Platform.Storage;

public sealed class UploadStageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crmstudio-stage-").FullName;
    private readonly Guid id = Guid.NewGuid();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private UploadStage Stage => new(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_piece_that_does_not_begin_where_the_upload_has_come_to_is_not_taken()
    {
        Assert.Equal(3, await Stage.AppendAsync(id, 0, 10, new MemoryStream([1, 2, 3]), Ct));
        Assert.Null(await Stage.AppendAsync(id, 0, 10, new MemoryStream([9]), Ct));
        Assert.Null(await Stage.AppendAsync(id, 5, 10, new MemoryStream([9]), Ct));
        Assert.Equal(3, Stage.OffsetOf(id));
    }

    [Fact]
    public async Task Pieces_gather_in_order_and_an_unknown_upload_is_at_nought()
    {
        Assert.Equal(0, Stage.OffsetOf(id));
        await Stage.AppendAsync(id, 0, 10, new MemoryStream([1, 2, 3]), Ct);
        await Stage.AppendAsync(id, 3, 10, new MemoryStream([4, 5]), Ct);

        await using var whole = Stage.OpenWhole(id);
        var bytes = new byte[5];
        await whole!.ReadExactlyAsync(bytes, Ct);
        Assert.Equal([1, 2, 3, 4, 5], bytes);
    }

    [Fact]
    public async Task An_upload_never_grows_beyond_what_was_announced()
    {
        await Stage.AppendAsync(id, 0, 4, new MemoryStream([1, 2, 3]), Ct);
        Assert.Null(await Stage.AppendAsync(id, 3, 4, new MemoryStream([4, 5]), Ct));
        Assert.Equal(3, Stage.OffsetOf(id));
    }

    [Fact]
    public async Task What_arrived_before_the_line_broke_stays()
    {
        await Assert.ThrowsAsync<IOException>(() => Stage.AppendAsync(id, 0, 1_000_000, new Breaking(100_000), Ct));
        Assert.Equal(100_000, Stage.OffsetOf(id));
        Assert.Equal(100_001, await Stage.AppendAsync(id, 100_000, 1_000_000, new MemoryStream([1]), Ct));
    }

    [Fact]
    public async Task Two_pieces_at_once_do_not_mix()
    {
        var slow = new TaskCompletionSource();
        var first = Stage.AppendAsync(id, 0, 10, new Waiting(slow.Task, [1, 2]), Ct);
        Assert.Null(await Stage.AppendAsync(id, 0, 10, new MemoryStream([9, 9, 9]), Ct));
        slow.SetResult();
        Assert.Equal(2, await first);
    }

    [Fact]
    public async Task What_nobody_touched_for_a_day_goes()
    {
        await Stage.AppendAsync(id, 0, 10, new MemoryStream([1]), Ct);
        var other = Guid.NewGuid();
        await Stage.AppendAsync(other, 0, 10, new MemoryStream([1]), Ct);
        File.SetLastWriteTimeUtc(Path.Combine(folder, $"{id:n}.part"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(1, Stage.Sweep(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal((0, 1), (Stage.OffsetOf(id), Stage.OffsetOf(other)));
    }

    private sealed class Breaking(int after) : MemoryStream(new byte[after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The line broke.");
    }

    private sealed class Waiting(Task until, byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await until;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
