using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>Why a picture cannot be used.</summary>
public static class ImageRefusals
{
    /// <summary>Neither a JPEG nor a PNG.</summary>
    public static Refusal NoPicture { get; } = new("documents.no-picture", "This is not a JPEG or PNG picture.");

    /// <summary>Cut off or broken.</summary>
    public static Refusal Damaged { get; } = new("documents.picture-damaged", "The picture is damaged. Save it again and try once more.");

    /// <summary>Too many bytes.</summary>
    public static Refusal FileTooLarge { get; } = new("documents.picture-file-too-large", $"The file is larger than {DocumentImage.MaxBytes / 1024 / 1024} MB. Save the picture smaller.");

    /// <summary>Too many pixels.</summary>
    public static Refusal TooManyPixels { get; } = new("documents.picture-too-many-pixels", $"The picture has more than {DocumentImage.MaxPixels / 1_000_000} megapixels. Save it smaller.");

    /// <summary>A way of storing pixels that PDF does not know.</summary>
    public static Refusal UnusualJpeg { get; } = new("documents.picture-unusual", "This JPEG is stored in an unusual way. Save it again as an ordinary JPEG or PNG.");
}
