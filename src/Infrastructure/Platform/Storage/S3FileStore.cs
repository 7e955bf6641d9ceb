using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CrmStudio.Infrastructure.Platform.Storage;

/// <summary>Keeps files in a bucket. A PUT is whole or nothing by the protocol; every request is signed (Signature Version 4).</summary>
public sealed class S3FileStore : IFileStore, IDisposable
{
    private static readonly TimeSpan proveWithin = TimeSpan.FromSeconds(20);

    private readonly S3Settings settings;
    private readonly AmazonS3Client client;

    /// <summary>A store in the bucket of the settings. Opens no connection yet.</summary>
    public S3FileStore(S3Settings settings)
    {
        this.settings = settings;
        var config = new AmazonS3Config { MaxErrorRetry = 2, Timeout = TimeSpan.FromMinutes(5) };
        if (settings.Endpoint is { } endpoint)
        {
            // Servers other than Amazon's rarely have a host name per bucket.
            (config.ServiceURL, config.AuthenticationRegion, config.ForcePathStyle, config.UseHttp) = (endpoint.ToString(), settings.Region, true, endpoint.Scheme == Uri.UriSchemeHttp);
        }
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        client = new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), config);
    }

    /// <inheritdoc />
    public Task PutAsync(FileKey key, Stream content, CancellationToken ct) => client.PutObjectAsync(new PutObjectRequest
    {
        BucketName = settings.Bucket, Key = KeyOf(key), InputStream = content, AutoCloseStream = false, AutoResetStreamPosition = false, ContentType = "application/octet-stream",
        // The hash of the whole body is signed, not each piece of it: the file is read twice, and servers other than Amazon's agree.
        UseChunkEncoding = false,
    }, ct);

    /// <inheritdoc />
    public async Task<Stream?> OpenAsync(FileKey key, CancellationToken ct)
    {
        try
        {
            var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = settings.Bucket, Key = KeyOf(key) }, ct);
            return new AnswerStream(answer);
        }
        catch (AmazonS3Exception absent) when (absent.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(FileKey key, CancellationToken ct) => client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = settings.Bucket, Key = KeyOf(key) }, ct);

    /// <inheritdoc />
    public async Task ProveAsync(CancellationToken ct)
    {
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(ct);
        hurry.CancelAfter(proveWithin);
        var probe = new FileKey(Guid.Empty, Guid.NewGuid());
        try
        {
            await PutAsync(probe, new MemoryStream([1]), hurry.Token);
            await using (await OpenAsync(probe, hurry.Token) ?? throw new IOException("what was kept a moment ago is not there")) { }
            await DeleteAsync(probe, hurry.Token);
        }
        catch (Exception refused) when (refused is AmazonClientException or AmazonServiceException or HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new StartUpRefusedException($"CRMSTUDIO_S3_BUCKET is '{settings.Bucket}', which takes no files at {settings.Where}: {Words(refused)}.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private string KeyOf(FileKey key) => settings.Prefix + key;

    private static string Words(Exception refused) => refused switch
    {
        OperationCanceledException => $"no answer within {proveWithin.TotalSeconds} seconds",
        AmazonServiceException { Message: { Length: > 0 } said } => said.TrimEnd('.'),
        _ => refused.Message.TrimEnd('.'),
    };

    /// <summary>The bytes of an answer; gives the connection back when disposed.</summary>
    private sealed class AnswerStream(GetObjectResponse answer) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => answer.ContentLength;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => answer.ResponseStream.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => answer.ResponseStream.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => answer.ResponseStream.ReadAsync(buffer, offset, count, cancellationToken);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) answer.Dispose();
            base.Dispose(disposing);
        }
    }
}
