using System.Globalization;

namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>Keeps a folder to one process. The kernel lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream held;

    private FolderLock(FileStream held) => this.held = held;

    /// <summary>Takes the folder, or refuses in one sentence that names its holder.</summary>
    public static FolderLock Take(string folder)
    {
        var holder = Path.Combine(folder, "lock.holder");
        try
        {
            var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(held);
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartUpRefusedException($"The data folder {folder} belongs to another user: set CRMSTUDIO_DATA to a folder of your own.");
        }
        catch (IOException)
        {
            var by = File.Exists(holder) ? $" (process {File.ReadAllText(holder).Trim()})" : "";
            throw new StartUpRefusedException($"The data folder {folder} is in use by another CrmStudio{by}: stop it first, or set CRMSTUDIO_DATA to another folder.");
        }
    }

    /// <summary>Lets the next process in.</summary>
    public void Dispose() => held.Dispose();
}
