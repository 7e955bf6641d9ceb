using System.Security.Cryptography;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Testing.Storage;

namespace CrmStudio.Infrastructure.Tests.Platform.Storage;

/// <summary>
/// What a store promises, asked of a folder and of a bucket; also of any other server of the protocol that the variables
/// CRMSTUDIO_TEST_S3_ENDPOINT, _BUCKET, _ACCESS_KEY and _SECRET_KEY name (s3rver, MinIO, Amazon).
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class FileStoreTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("crmstudio-files-").FullName;
    private S3Server server = default!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => Another is null ? ["folder", "bucket"] : ["folder", "bucket", "another server"];

    private static S3Settings? Another => Environment.GetEnvironmentVariable("CRMSTUDIO_TEST_S3_ENDPOINT") is { Length: > 0 } endpoint
        ? new(Variable("BUCKET"), new Uri(endpoint), "us-east-1", Variable("ACCESS_KEY"), Variable("SECRET_KEY"), "tests/")
        : null;

    public async ValueTask InitializeAsync() => server = await S3Server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_kept_comes_back_byte_for_byte(string which)
    {
        var store = Store(which);
        foreach (var size in (int[])[0, 1, 4_095, 65_536, 1_000_003])
        {
            var (key, bytes) = (Key(), RandomNumberGenerator.GetBytes(size));
            await store.PutAsync(key, new MemoryStream(bytes), Ct);
            Assert.Equal(bytes, await ReadAsync(store, key));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_file_that_is_not_there_is_null_and_its_removal_no_fault(string which)
    {
        var (store, key) = (Store(which), Key());
        Assert.Null(await store.OpenAsync(key, Ct));
        await store.DeleteAsync(key, Ct);

        await store.PutAsync(key, new MemoryStream([1, 2, 3]), Ct);
        await store.DeleteAsync(key, Ct);
        Assert.Null(await store.OpenAsync(key, Ct));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_second_file_under_a_key_takes_the_place_of_the_first(string which)
    {
        var (store, key) = (Store(which), Key());
        await store.PutAsync(key, new MemoryStream([1, 2, 3]), Ct);
        await store.PutAsync(key, new MemoryStream([4]), Ct);
        Assert.Equal([4], await ReadAsync(store, key));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Organizations_with_the_same_file_id_keep_their_own(string which)
    {
        var store = Store(which);
        var (mine, yours) = (Key(), new FileKey(Guid.NewGuid(), Guid.NewGuid()));
        await store.PutAsync(mine, new MemoryStream([1]), Ct);
        Assert.Null(await store.OpenAsync(mine with { OrgId = yours.OrgId }, Ct));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_store_that_works_proves_it_and_leaves_nothing_behind(string which)
    {
        await Store(which).ProveAsync(Ct);
        Assert.Empty(server.Objects);
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_large_file_streams_through_and_is_never_held_whole()
    {
        const long size = 96L * 1024 * 1024;
        var (store, key) = (Store("folder"), Key());
        await using var large = new FileStream(Path.Combine(folder, "large"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        large.SetLength(size);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await store.PutAsync(key, large, Ct);
        await using var back = await store.OpenAsync(key, Ct);
        await back!.CopyToAsync(Stream.Null, Ct);
        Assert.Equal(size, back.Length);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, size / 16);
    }

    [Fact]
    public async Task Keys_in_the_bucket_begin_with_the_prefix()
    {
        var key = Key();
        await Store("bucket").PutAsync(key, new MemoryStream(new byte[300_000]), Ct);
        Assert.Equal($"crm/{key}", Assert.Single(server.Objects).Key);
    }

    [Theory]
    [InlineData("secret", "CRMSTUDIO_S3_BUCKET is 'papers', which takes no files at {0}: The request signature we calculated does not match the signature you provided.")]
    [InlineData("key", "CRMSTUDIO_S3_BUCKET is 'papers', which takes no files at {0}: The AWS Access Key Id you provided does not exist in our records.")]
    [InlineData("bucket", "CRMSTUDIO_S3_BUCKET is 'letters', which takes no files at {0}: The specified bucket does not exist.")]
    public async Task A_wrong_setting_is_found_at_start_up_and_named(string wrong, string sentence)
    {
        var settings = wrong switch { "secret" => server.Settings with { SecretKey = "wrong" }, "key" => server.Settings with { AccessKey = "AKIAWRONG" }, _ => server.Settings with { Bucket = "letters" } };
        using var store = new S3FileStore(settings);

        var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => store.ProveAsync(Ct));
        Assert.Equal(string.Format(null, sentence, settings.Endpoint), refused.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        using var store = new S3FileStore(server.Settings with { Endpoint = new Uri("http://127.0.0.1:9/") });
        var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => store.ProveAsync(Ct));
        Assert.StartsWith("CRMSTUDIO_S3_BUCKET is 'papers', which takes no files at http://127.0.0.1:9/: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_takes_no_files_is_named()
    {
        var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => new FolderFileStore("/proc/1/files").ProveAsync(Ct));
        Assert.Matches("^The folder /proc/1/files takes no files \\(.+\\): set CRMSTUDIO_DATA to a folder you may write to\\.$", refused.Message);
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_no_file_and_no_half_of_one()
    {
        var (store, key) = (Store("folder"), Key());
        await Assert.ThrowsAsync<IOException>(() => store.PutAsync(key, new BreakingStream(200_000), Ct));
        Assert.Null(await store.OpenAsync(key, Ct));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_the_folder()
    {
        if (OperatingSystem.IsWindows()) return;   // it has no such marks
        var (store, key) = (Store("folder"), Key());
        await store.PutAsync(key, new MemoryStream([1]), Ct);
        var file = Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
    }

    private IFileStore Store(string which) => which switch
    {
        "folder" => new FolderFileStore(folder),
        "bucket" => new S3FileStore(server.Settings),
        _ => new S3FileStore(Another!),
    };

    private static FileKey Key() => new(Guid.NewGuid(), Guid.CreateVersion7());

    private static async Task<byte[]> ReadAsync(IFileStore store, FileKey key)
    {
        await using var stream = await store.OpenAsync(key, Ct);
        using var bytes = new MemoryStream();
        await stream!.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable("CRMSTUDIO_TEST_S3_" + name) ?? "";

    /// <summary>Breaks off after some bytes, as a disk or a line does.</summary>
    private sealed class BreakingStream(int after) : MemoryStream(new byte[after * 2])
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => BreakAsync(destination, cancellationToken);

        private async Task BreakAsync(Stream destination, CancellationToken ct)
        {
            await destination.WriteAsync(new byte[after], ct);
            throw new IOException("The line broke.");
        }
    }
}
