using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace EgovSites.Platform.Storage.Files;

/// <summary>
/// Keeps files in a bucket by PUT, GET, HEAD, DELETE and LIST alone; what lies on this machine is a copy that may be
/// lost.
/// </summary>
public sealed class S3Files : IFileStore, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _underWay = new(StringComparer.Ordinal);
    private readonly AmazonS3Client _client;
    private readonly string _root;
    private readonly string _bucket;
    private readonly string _prefix;

    private readonly Breaker _breaker;

    // For a whole file and all tries: the client's own limit is for each of them, and ends when the first byte has
    // come.
    private readonly TimeSpan _patience;

    public S3Files(S3Options s3, string tenantsFolder)
    {
        (_root, _bucket, _prefix) =
            (tenantsFolder, s3.Bucket, s3.Prefix.Trim('/') is { Length: > 0 } prefix ? prefix + "/" : "");
        _patience = TimeSpan.FromSeconds(s3.TimeoutSeconds);
        _breaker = new Breaker(TimeSpan.FromSeconds(s3.PauseSeconds), TimeProvider.System);
        _client = new AmazonS3Client(new BasicAWSCredentials(s3.AccessKey, s3.Secret), new AmazonS3Config
        {
            ServiceURL = s3.Endpoint,
            AuthenticationRegion = s3.Region,
            ForcePathStyle = true,
            Timeout = _patience,
            MaxErrorRetry = 2,
            // Services other than Amazon's own know neither the newer checksums nor the chunked form that carries them.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task KeepAsync(string path, CancellationToken cancellation = default)
    {
        var isKept = await AskAsync(async limit =>
        {
            await _client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = _bucket,
                    Key = KeyOf(path),
                    FilePath = path,
                    UseChunkEncoding = false
                }, limit);
            return true;
        }, cancellation);
        if (!isKept)
        {
            throw new FileStoreAwayException($"The bucket {_bucket} took no file.",
                new HttpIOException(
                    HttpRequestError.InvalidResponse, "It answered \"not found\": a wrong address, perhaps."));
        }
    }

    public Task<bool> IsKeptAsync(string path, CancellationToken cancellation = default) => AskAsync(async limit =>
    {
        await _client.GetObjectMetadataAsync(_bucket, KeyOf(path), limit);
        return true;
    }, cancellation);

    // A page full of new pictures asks for each of them many times at once: one request brings it for all.
    public async Task<bool> BringAsync(string path, CancellationToken cancellation = default)
    {
        if (File.Exists(path))
        {
            return true;
        }

        return await _underWay.GetOrAdd(path, wanted => new Lazy<Task<bool>>(() => FetchOnceAsync(wanted)))
            .Value.WaitAsync(cancellation);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellation = default)
    {
        await AskAsync(async limit =>
        {
            await _client.DeleteObjectAsync(_bucket, KeyOf(path), limit);
            return true;
        }, cancellation);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    public async Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellation = default)
    {
        var found = new List<string>();
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = KeyOf(folder) + "/" };
        while (await AskAsync(limit => TurnPageAsync(request, found, limit), cancellation))
        {
            // Each page has the time of one request.
        }

        return found;
    }

    public void Dispose() => _client.Dispose();

    // Whether another page follows.
    private async Task<bool> TurnPageAsync(ListObjectsV2Request request, List<string> found, CancellationToken limit)
    {
        var page = await _client.ListObjectsV2Async(request, limit);
        found.AddRange((page.S3Objects ?? []).Select(one => Path.Combine(_root, one.Key[_prefix.Length..])));
        request.ContinuationToken = page.NextContinuationToken;
        return page.IsTruncated == true;
    }

    private async Task<bool> FetchOnceAsync(string path)
    {
        try
        {
            return await AskAsync(limit => FetchAsync(path, limit), CancellationToken.None);
        }
        finally
        {
            _underWay.TryRemove(path, out _);
        }
    }

    private async Task<bool> FetchAsync(string path, CancellationToken limit)
    {
        using var answer = await _client.GetObjectAsync(_bucket, KeyOf(path), limit);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await answer.ResponseStream.CopyToAsync(file, limit);
                Whole(file.Length, answer.ContentLength);
            }

            File.Move(part, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void Whole(long came, long stated)
    {
        if (came != stated)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"{came} of {stated} bytes came.");
        }
    }

    private string KeyOf(string path) =>
        _prefix + Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');

    // False for "there is no such file"; what else the bucket says, or does not say in time, is a store that is away.
    private async Task<bool> AskAsync(Func<CancellationToken, Task<bool>> ask, CancellationToken cancellation)
    {
        if (_breaker.IsOpen)
        {
            throw new FileStoreAwayException(
                $"The bucket {_bucket} failed several times just now and is not asked for a while.",
                new TimeoutException());
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_patience);
        try
        {
            var answer = await ask(limit.Token);
            _breaker.Succeeded();
            return answer;
        }
        catch (AmazonS3Exception error)
            when (error is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            _breaker.Succeeded();
            return false;
        }
        catch (Exception error) when (IsAway(error, cancellation))
        {
            _breaker.Failed();
            throw new FileStoreAwayException($"The bucket {_bucket} does not answer as it should.", error);
        }
    }

    private static bool IsAway(Exception error, CancellationToken cancellation) =>
        error is AmazonServiceException or AmazonClientException or HttpRequestException or HttpIOException
            or TimeoutException
        || (error is OperationCanceledException && !cancellation.IsCancellationRequested);
}
