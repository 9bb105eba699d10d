namespace EgovSites.Platform.Storage.Files;

/// <summary>A bucket that speaks the S3 protocol; without a bucket files are kept on the disk.</summary>
public sealed class S3Options
{
    public const string Section = "Storage:S3";

    public string Bucket { get; set; } = "";

    /// <summary>The address of the service, with scheme and port.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>What requests are signed for; a service of one's own mostly ignores it.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>
    /// What every key begins with, so that a bucket can be shared; letters, digits, hyphens and slashes.
    /// </summary>
    public string Prefix { get; set; } = "";

    public string AccessKey { get; set; } = "";

    /// <summary>
    /// Best given as the environment variable <c>Storage__S3__SecretKey</c>, or as <see cref="SecretKeyFile"/>.
    /// </summary>
    public string SecretKey { get; set; } = "";

    public string SecretKeyFile { get; set; } = "";

    /// <summary>Seconds that one request may take with all its tries, the bytes of a file among them.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Seconds for which a bucket that failed three times in a row is not asked again.</summary>
    public int PauseSeconds { get; set; } = 15;

    public bool IsConfigured => Bucket.Length > 0;

    public bool IsSound => !IsConfigured
        || (Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
        && AccessKey.Length > 0 && (SecretKey.Length > 0 || SecretKeyFile.Length > 0) && TimeoutSeconds > 0
        && PauseSeconds >= 0 && Prefix.All(IsPlain));

    internal string Secret => SecretKeyFile.Length > 0 ? File.ReadAllText(SecretKeyFile).Trim() : SecretKey;

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '/';
}
