namespace CrmStudio.Infrastructure.Platform.Storage;

/// <summary>A bucket that keeps the files, in Amazon S3 or anything that speaks its protocol.</summary>
/// <param name="Bucket">CRMSTUDIO_S3_BUCKET; it exists already.</param>
/// <param name="Endpoint">CRMSTUDIO_S3_ENDPOINT; null for Amazon's own.</param>
/// <param name="Region">CRMSTUDIO_S3_REGION; what requests are signed for.</param>
/// <param name="AccessKey">CRMSTUDIO_S3_ACCESS_KEY.</param>
/// <param name="SecretKey">CRMSTUDIO_S3_SECRET_KEY.</param>
/// <param name="Prefix">CRMSTUDIO_S3_PREFIX: what keys begin with, "" or ending in a slash.</param>
public sealed record S3Settings(string Bucket, Uri? Endpoint, string Region, string AccessKey, string SecretKey, string Prefix)
{
    /// <summary>Never writes the secret into a log.</summary>
    public override string ToString() => $"bucket {Bucket} at {Where}";

    /// <summary>The place as people name it.</summary>
    public string Where => Endpoint?.ToString() ?? $"Amazon S3, {Region}";
}
