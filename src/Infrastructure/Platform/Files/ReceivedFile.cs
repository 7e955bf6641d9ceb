using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>A file as it is kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Its bytes, after cleaning.</param>
/// <param name="Sha256">SHA-256 of the bytes that are kept, in hexadecimal.</param>
/// <param name="CanBeShown">Whether a browser may show it in the app: a picture browsers know, or a PDF in which nothing can act.</param>
/// <param name="Removed">What was taken out, in words: "location", "camera data".</param>
public sealed record ReceivedFile(FileKind Kind, long Size, string Sha256, bool CanBeShown, IReadOnlyList<string> Removed);
