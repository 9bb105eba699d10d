using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace EgovSites.Platform.Storage.Files;

/// <summary>Keeps files in a bucket by PUT, GET, HEAD, DELETE and LIST alone; what lies on this machine is a copy that may be lost.</summary>
public sealed class S3Files : IFileStore, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _underWay = new(StringComparer.Ordinal);
    private readonly AmazonS3Client _client;
    private readonly string _root;
    private readonly string _bucket;
    private readonly string _prefix;

    // For a whole file: the client's own limit ends when the first byte has come.
    private readonly TimeSpan _patience;

    public S3Files(S3Options s3, string tenantsFolder)
    {
        (_root, _bucket, _prefix) = (tenantsFolder, s3.Bucket, s3.Prefix.Trim('/') is { Length: > 0 } prefix ? prefix + "/" : "");
        _patience = TimeSpan.FromSeconds(s3.TimeoutSeconds * 3);
        _client = new AmazonS3Client(new BasicAWSCredentials(s3.AccessKey, s3.Secret), new AmazonS3Config
        {
            ServiceURL = s3.Endpoint,
            AuthenticationRegion = s3.Region,
            ForcePathStyle = true,
            Timeout = TimeSpan.FromSeconds(s3.TimeoutSeconds),
            MaxErrorRetry = 2,
            // Services other than Amazon's own know neither the newer checksums nor the chunked form that carries them.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task KeepAsync(string path, CancellationToken cancellation = default)
    {
        var isKept = await AskAsync(async () =>
        {
            await _client.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = KeyOf(path), FilePath = path, UseChunkEncoding = false }, cancellation);
            return true;
        });
        if (!isKept)
        {
            throw new FileStoreAwayException($"The bucket {_bucket} took no file.", new HttpIOException(HttpRequestError.InvalidResponse, "It answered \"not found\": a wrong address, perhaps."));
        }
    }

    public Task<bool> IsKeptAsync(string path, CancellationToken cancellation = default) => AskAsync(async () =>
    {
        await _client.GetObjectMetadataAsync(_bucket, KeyOf(path), cancellation);
        return true;
    });

    // A page full of new pictures asks for each of them many times at once: one request brings it for all.
    public async Task<bool> BringAsync(string path, CancellationToken cancellation = default)
    {
        if (File.Exists(path))
        {
            return true;
        }

        return await _underWay.GetOrAdd(path, wanted => new Lazy<Task<bool>>(() => FetchOnceAsync(wanted))).Value.WaitAsync(cancellation);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellation = default)
    {
        await AskAsync(async () =>
        {
            await _client.DeleteObjectAsync(_bucket, KeyOf(path), cancellation);
            return true;
        });
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    public async Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellation = default)
    {
        var found = new List<string>();
        await AskAsync(async () =>
        {
            var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = KeyOf(folder) + "/" };
            ListObjectsV2Response page;
            do
            {
                page = await _client.ListObjectsV2Async(request, cancellation);
                found.AddRange((page.S3Objects ?? []).Select(one => Path.Combine(_root, one.Key[_prefix.Length..])));
                request.ContinuationToken = page.NextContinuationToken;
            }
            while (page.IsTruncated == true);
            return true;
        });
        return found;
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> FetchOnceAsync(string path)
    {
        try
        {
            return await FetchAsync(path);
        }
        catch (OperationCanceledException error)
        {
            throw new FileStoreAwayException($"The bucket {_bucket} is too slow.", error);
        }
        finally
        {
            _underWay.TryRemove(path, out _);
        }
    }

    private Task<bool> FetchAsync(string path) => AskAsync(async () =>
    {
        using var limit = new CancellationTokenSource(_patience);
        using var answer = await _client.GetObjectAsync(_bucket, KeyOf(path), limit.Token);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await answer.ResponseStream.CopyToAsync(file, limit.Token);
                Whole(file.Length, answer.ContentLength);
            }

            File.Move(part, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(part);
        }
    });

    private static void Whole(long came, long stated)
    {
        if (came != stated)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"{came} of {stated} bytes came.");
        }
    }

    private string KeyOf(string path) => _prefix + Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');

    // False for "there is no such file"; what else the bucket says, or does not say, is a store that is away.
    private async Task<bool> AskAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception error) when (error is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            return false;
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException or HttpIOException or TimeoutException)
        {
            throw new FileStoreAwayException($"The bucket {_bucket} does not answer as it should.", error);
        }
    }
}
