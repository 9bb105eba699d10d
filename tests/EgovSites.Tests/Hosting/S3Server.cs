using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EgovSites.Tests.Hosting;

/// <summary>A bucket on loopback that understands PUT, GET, HEAD, DELETE and LIST, and nothing else.</summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "egov";
    public const string Prefix = "sites";
    public const string AccessKey = "reader-and-writer";
    public const string SecretKey = "known-to-the-test-alone";

    // So few that two files of a folder are two pages.
    private const int PageSize = 2;

    private readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly WebApplication _app;

    private S3Server(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.First();

    public IDictionary<string, byte[]> Objects => _objects;

    /// <summary>Method and key of every request, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Answers nothing but "out of service".</summary>
    public bool IsDown { get; set; }

    /// <summary>Breaks off in the middle of every object.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Answers "not found" to everything, as a wrong address behind a proxy does.</summary>
    public bool IsElsewhere { get; set; }

    /// <summary>Sends half of every object and then nothing more.</summary>
    public bool IsStalled { get; set; }

    public IEnumerable<KeyValuePair<string, string?>> Settings => SettingsUnder(Prefix);

    public IEnumerable<KeyValuePair<string, string?>> SettingsUnder(string prefix) =>
    [
        new("Storage:S3:Bucket", Bucket), new("Storage:S3:Endpoint", Endpoint), new("Storage:S3:Prefix", prefix),
        new("Storage:S3:AccessKey", AccessKey), new("Storage:S3:SecretKey", SecretKey),
        new("Storage:S3:PauseSeconds", "0"),
    ];

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var server = new S3Server(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = Uri.UnescapeDataString(request.Path.Value!).TrimStart('/').Split('/', 2);
        var key = path.ElementAtOrDefault(1) ?? "";
        _requests.Enqueue($"{request.Method} {key}");
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (IsDown)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (IsElsewhere)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (path[0] != Bucket)
        {
            await FaultAsync(response, StatusCodes.Status404NotFound, "NoSuchBucket");
        }
        else if (!IsSigned(request, body.ToArray()))
        {
            await FaultAsync(response, StatusCodes.Status403Forbidden, "SignatureDoesNotMatch");
        }
        else
        {
            await AnswerAsync(request, response, key, body.ToArray());
        }
    }

    private Task AnswerAsync(HttpRequest request, HttpResponse response, string key, byte[] body)
    {
        switch (request.Method)
        {
            case "PUT":
                _objects[key] = body;
                return Task.CompletedTask;
            case "DELETE":
                _objects.TryRemove(key, out _);
                response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            case "GET" when key.Length == 0 && request.Query["list-type"] == "2":
                return ListAsync(response, request.Query["prefix"].ToString(), request.Query["continuation-token"]
                    .ToString());
            case "GET" or "HEAD" when _objects.TryGetValue(key, out var found):
                return SendAsync(response, found, request.Method == "GET");
            case "GET" or "HEAD":
                return FaultAsync(response, StatusCodes.Status404NotFound, "NoSuchKey");
            default:
                return FaultAsync(response, StatusCodes.Status501NotImplemented, "NotImplemented");
        }
    }

    private async Task SendAsync(HttpResponse response, byte[] found, bool whole)
    {
        response.ContentLength = found.Length;
        if (!whole)
        {
            return;
        }

        await response.Body.WriteAsync(found.AsMemory(0, IsCutOff || IsStalled ? found.Length / 2 : found.Length));
        if (IsStalled)
        {
            await response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), response.HttpContext.RequestAborted);
        }

        if (IsCutOff)
        {
            await response.Body.FlushAsync();
            response.HttpContext.Abort();
        }
    }

    private Task ListAsync(HttpResponse response, string prefix, string after)
    {
        XNamespace s3 = "http://s3.amazonaws.com/doc/2006-03-01/";
        var keys = _objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)
            && string.CompareOrdinal(key, after) > 0)
            .Order(StringComparer.Ordinal).ToList();
        var page = keys.Take(PageSize).ToList();
        return response.WriteAsync(new XElement(
            s3 + "ListBucketResult",
            new XElement(s3 + "IsTruncated", keys.Count > page.Count ? "true" : "false"),
            keys.Count > page.Count ? new XElement(s3 + "NextContinuationToken", page[^1]) : null,
            page.Select(key =>
                new XElement(s3
                    + "Contents", new XElement(s3 + "Key", key), new XElement(s3 + "Size", _objects[key].Length))))
                .ToString());
    }

    private static Task FaultAsync(HttpResponse response, int status, string code)
    {
        response.StatusCode = status;
        return response.HttpContext.Request.Method == "HEAD" ? Task.CompletedTask
            : response.WriteAsync($"<Error><Code>{code}</Code></Error>");
    }

    // Signature version 4, worked out anew from what came:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var parts = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal)
            .Split(", ")
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1]);
        if (parts.Count != 3 || request.Headers["x-amz-content-sha256"] != hash
            || parts["Credential"].Split('/') is not [AccessKey, .. var scope])
        {
            return false;
        }

        var signed = parts["SignedHeaders"].Split(';');
        var headers = string.Concat(signed.Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
        var query = string.Join('&', request.Query.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value.ToString())}"));
        var address = string.Join('/', request.Path.Value!.Split('/').Select(Uri.EscapeDataString));
        var asked = string.Join('\n', request.Method, address, query, headers, parts["SignedHeaders"], hash);
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["x-amz-date"], string.Join('/', scope),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked))));
        var key = scope.Aggregate(Encoding.UTF8.GetBytes($"AWS4{SecretKey}"), Mac);
        return Convert.ToHexStringLower(Mac(key, toSign)) == parts["Signature"];
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
