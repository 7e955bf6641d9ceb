using System.Text;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Loans.Mismo;

namespace CrmStudio.Infrastructure.Tests.Loans.Mismo;

/// <summary>Reading and writing as the app does it.</summary>
internal static class MismoFiles
{
    public static Outcome<MismoResult> Read(byte[] bytes, MismoLimits? limits = null)
    {
        using var content = new MemoryStream(bytes);
        var read = new MismoReader(TimeProvider.System).Read(content, limits ?? MismoLimits.Default, CancellationToken.None);
        if (!read.IsDone) return read.Refusal;
        var losses = new MismoLosses();
        MismoPrivacy.Clean(read.Value.Root, losses);
        return MismoReading.Of(read.Value.Root, losses);
    }

    public static MismoResult Read(string text)
    {
        var read = Read(Encoding.UTF8.GetBytes(text));
        Assert.Null(read.Refusal);
        return read.Value!;
    }

    public static (byte[] Bytes, IReadOnlyList<MismoLoss> Losses) Write(MismoApplication application)
    {
        var (into, losses) = (new MemoryStream(), new MismoLosses());
        MismoWriter.Write(into, application, new MismoHead(DateTimeOffset.UnixEpoch, "Harborline Lending", "Ana Reyes"), losses);
        return (into.ToArray(), losses.Report);
    }

    /// <summary>The copy that is kept of a file.</summary>
    public static string Copy(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var root = new MismoReader(TimeProvider.System).Read(content, MismoLimits.Default, CancellationToken.None).Value!.Root;
        MismoPrivacy.Clean(root, new MismoLosses());
        var copy = new MemoryStream();
        MismoCopy.Write(root, copy);
        return Encoding.UTF8.GetString(copy.ToArray());
    }
}
