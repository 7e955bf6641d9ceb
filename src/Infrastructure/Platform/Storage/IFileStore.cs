namespace CrmStudio.Infrastructure.Platform.Storage;

/// <summary>Keeps the bytes of files; what is known about them stands in the database. Files are streamed, never held whole.</summary>
public interface IFileStore
{
    /// <summary>Keeps a file. Either all of it is kept or nothing; a file of the same key is replaced.</summary>
    /// <param name="key">Where.</param>
    /// <param name="content">The bytes, from its present position; it can seek and knows its length.</param>
    /// <param name="ct">Cancels; nothing is kept then.</param>
    Task PutAsync(FileKey key, Stream content, CancellationToken ct);

    /// <summary>Opens a file for reading from the start; null when there is none. The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(FileKey key, CancellationToken ct);

    /// <summary>Removes a file. No fault when there is none.</summary>
    Task DeleteAsync(FileKey key, CancellationToken ct);

    /// <summary>Proves at start-up that files can be kept, read and removed.</summary>
    /// <exception cref="StartUpRefusedException">They cannot; says which setting to look at.</exception>
    Task ProveAsync(CancellationToken ct);
}
