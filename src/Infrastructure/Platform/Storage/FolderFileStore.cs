namespace CrmStudio.Infrastructure.Platform.Storage;

/// <summary>
/// Keeps files in a folder of this machine, or of a share that all nodes mount. A file is written beside its place and moved there
/// when it is whole and on the disk, so that a crash leaves no half file under a key.
/// </summary>
/// <param name="folder">The folder; made when first needed, readable by the app alone.</param>
public sealed class FolderFileStore(string folder) : IFileStore
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int BufferSize = 64 * 1024;

    /// <inheritdoc />
    public async Task PutAsync(FileKey key, Stream content, CancellationToken ct)
    {
        var place = PathOf(key);
        MakeFolder(Path.GetDirectoryName(place)!);
        var beside = $"{place}.{Guid.NewGuid():n}.part";
        try
        {
            await using (var file = Create(beside))
            {
                await content.CopyToAsync(file, BufferSize, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <inheritdoc />
    public Task<Stream?> OpenAsync(FileKey key, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(FileKey key, CancellationToken ct)
    {
        var place = PathOf(key);
        if (File.Exists(place)) File.Delete(place);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task ProveAsync(CancellationToken ct)
    {
        var probe = new FileKey(Guid.Empty, Guid.NewGuid());
        try
        {
            await PutAsync(probe, new MemoryStream([1]), ct);
            await DeleteAsync(probe, ct);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new StartUpRefusedException($"The folder {folder} takes no files ({unwritable.Message}): set CRMSTUDIO_DATA to a folder you may write to.");
        }
    }

    // Two letters of the random end spread the files of an organization over 256 folders.
    private string PathOf(FileKey key) => Path.Combine(folder, $"{key.OrgId:n}", $"{key.Id:n}"[^2..], $"{key.Id:n}");

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Own | UnixFileMode.UserExecute);
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = BufferSize, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Own;
        return new FileStream(path, options);
    }
}
