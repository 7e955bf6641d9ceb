using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Platform.Storage;

/// <summary>Registers where files are kept.</summary>
public static class FileStoreSetup
{
    /// <summary>Adds the store: the bucket when there is one, else a folder; and the stage for uploads on their way in.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataFolder">CRMSTUDIO_DATA.</param>
    /// <param name="bucket">The bucket, when one is set.</param>
    public static IServiceCollection AddFileStore(this IServiceCollection services, string dataFolder, S3Settings? bucket)
    {
        services.AddSingleton(Store(dataFolder, bucket));
        services.AddSingleton(new UploadStage(Path.Combine(dataFolder, "uploads")));
        return services;
    }

    /// <summary>The store the settings name.</summary>
    public static IFileStore Store(string dataFolder, S3Settings? bucket) =>
        bucket is null ? new FolderFileStore(Path.Combine(dataFolder, "files")) : new S3FileStore(bucket);
}
