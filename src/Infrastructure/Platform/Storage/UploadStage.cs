namespace CrmStudio.Infrastructure.Platform.Storage;

/// <summary>
/// Where the pieces of an upload gather until it is whole. How far one has come is the length of its file and nothing else, so a
/// crash in the middle of a piece loses no more than what had not reached the disk. A node that never saw an upload is at nought:
/// the browser then begins again.
/// </summary>
/// <param name="folder">The folder; made when first needed.</param>
public sealed class UploadStage(string folder)
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int BufferSize = 64 * 1024;

    /// <summary>How many bytes of an upload have arrived.</summary>
    public long OffsetOf(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Adds a piece.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="at">Where the piece begins: must be where the upload has come to.</param>
    /// <param name="most">Bytes the whole upload may have.</param>
    /// <param name="piece">The bytes.</param>
    /// <param name="ct">Cancels; what arrived until then stays.</param>
    /// <returns>How far the upload has come, or null when the piece does not begin there, another is being added, or it is too long.</returns>
    public async Task<long?> AppendAsync(Guid id, long at, long most, Stream piece, CancellationToken ct)
    {
        MakeFolder();
        await using var file = Open(id, FileMode.OpenOrCreate, FileAccess.Write);
        if (file is null || file.Length != at) return null;
        file.Seek(0, SeekOrigin.End);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await piece.ReadAsync(buffer, ct)) > 0)
        {
            if (file.Position + read > most)
            {
                file.SetLength(at);
                return null;
            }
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return file.Position;
    }

    /// <summary>An upload that is whole, for reading; null when nothing of it is here, or somebody else holds it.</summary>
    public FileStream? OpenWhole(Guid id) => File.Exists(PathOf(id)) ? Open(id, FileMode.Open, FileAccess.Read) : null;

    /// <summary>A file to write a cleaned copy into; gone when it is closed.</summary>
    public FileStream Scratch()
    {
        MakeFolder();
        var options = Options(FileMode.CreateNew, FileAccess.ReadWrite);
        options.Options |= FileOptions.DeleteOnClose;
        return new FileStream(Path.Combine(folder, $"{Guid.NewGuid():n}.clean"), options);
    }

    /// <summary>Forgets an upload.</summary>
    public void Delete(Guid id)
    {
        if (File.Exists(PathOf(id))) File.Delete(PathOf(id));
    }

    /// <summary>Forgets whatever nobody has touched since an instant.</summary>
    /// <returns>How many files went.</returns>
    public int Sweep(DateTimeOffset untouchedSince)
    {
        if (!Directory.Exists(folder)) return 0;
        var old = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < untouchedSince.UtcDateTime).ToList();
        foreach (var file in old) file.Delete();
        return old.Count;
    }

    private string PathOf(Guid id) => Path.Combine(folder, $"{id:n}.part");

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
    }

    // Nobody else may hold the file meanwhile: two pieces at once would be written into each other.
    private FileStream? Open(Guid id, FileMode mode, FileAccess access)
    {
        try
        {
            return new FileStream(PathOf(id), Options(mode, access));
        }
        catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(PathOf(id)))
        {
            return null;
        }
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, BufferSize = BufferSize, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open) options.UnixCreateMode = Own;
        return options;
    }
}
