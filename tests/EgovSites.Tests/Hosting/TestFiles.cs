namespace EgovSites.Tests.Hosting;

/// <summary>
/// Where the hosts under test keep files: in a bucket on loopback when <c>EGOV_TEST_FILES</c> is <c>s3</c>, else on the
/// disk.
/// </summary>
public static class TestFiles
{
    private static readonly Lazy<Task<S3Server>> Running = new(S3Server.StartAsync);

    public static bool AreInBucket => Environment.GetEnvironmentVariable("EGOV_TEST_FILES") == "s3";

    public static async Task<IEnumerable<KeyValuePair<string, string?>>> SettingsAsync() =>
        AreInBucket ? (await Running.Value).Settings : [];

    /// <summary>Puts what <paramref name="model"/> holds under a prefix of its own, which the settings name.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string?>>> CopyAsync(S3Server model)
    {
        var (server, prefix) = (await Running.Value, $"copy-{Guid.NewGuid():N}");
        foreach (var (key, body) in model.Objects)
        {
            server.Objects[prefix + key[S3Server.Prefix.Length..]] = body;
        }

        return [.. server.SettingsUnder(prefix)];
    }

    public static async Task StopAsync()
    {
        if (Running.IsValueCreated)
        {
            await (await Running.Value).DisposeAsync();
        }
    }
}
