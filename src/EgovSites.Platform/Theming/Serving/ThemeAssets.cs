using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>The theme's stylesheets, scripts and drawings: named by their content.</summary>
public sealed partial class ThemeAssets
{
    /// <summary>A file of the theme; <c>Path</c> carries its hash and may be kept for a year.</summary>
    public sealed record Asset(string Path, string ContentType, byte[] Body, string ETag)
    {
        private readonly Lazy<byte[]> _brotli = new(() => Compress(Body));

        /// <summary>The body at its smallest, made once: when it is first asked for, or before.</summary>
        public byte[] Brotli => _brotli.Value;
    }

    public const string Prefix = "/_theme/";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly ConcurrentDictionary<Assembly, ThemeAssets> Known = new();

    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _byPath;
    private readonly FrozenDictionary<string, string> _icons;

    private readonly Assembly _theme;

    private ThemeAssets(Assembly theme)
    {
        _theme = theme;
        _byName = theme.GetManifestResourceNames()
            .Where(name => name.StartsWith("wwwroot/", StringComparison.Ordinal)
                && ContentTypes.ContainsKey(Path.GetExtension(name)))
            .ToFrozenDictionary(name => name["wwwroot/".Length..], name => Read(theme, name), StringComparer.Ordinal);
        _byPath = _byName.Values.ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);
        using var icons = theme.GetManifestResourceStream("icons.json")!;
        _icons =
            JsonSerializer.Deserialize<Dictionary<string, string>>(icons)!.ToFrozenDictionary(StringComparer.Ordinal);
        Css = Encoding.UTF8.GetString(_byName["css/standard.css"].Body);
        CssHash = Convert.ToBase64String(SHA256.HashData(_byName["css/standard.css"].Body));
    }

    /// <summary>The files that lie in a theme's assembly, read once in a process.</summary>
    public static ThemeAssets Of(Assembly theme) => Known.GetOrAdd(theme, one => new ThemeAssets(one));

    /// <summary>The public stylesheet, as an entry page carries it in its head.</summary>
    public string Css { get; }

    /// <summary>The SHA-256 by which the content security policy allows it there.</summary>
    public string CssHash { get; }

    /// <summary>The address of a theme file such as <c>css/standard.css</c>.</summary>
    public string PathOf(string name) => _byName[name].Path;

    public IEnumerable<Asset> All => _byName.Values;

    public Asset? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The drawing of an icon; an unknown name throws.</summary>
    public string Icon(string name) =>
        _icons.TryGetValue(name, out var path) ? path
            : throw new KeyNotFoundException($"The theme has no icon '{name}'.");

    /// <summary>
    /// A part of the theme as it lies there, such as a typeface, which no browser asks for; an unknown name throws.
    /// </summary>
    public Stream Open(string name) =>
        _theme.GetManifestResourceStream(name) ?? throw new KeyNotFoundException($"The theme has no part '{name}'.");

    public bool HasEmblem(string name) => _byName.ContainsKey($"emblems/{name}.svg");

    private static Asset Read(Assembly theme, string name)
    {
        using var stream = theme.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var extension = Path.GetExtension(name);
        var text = reader.ReadToEnd();
        var body = Encoding.UTF8.GetBytes(extension == ".css" ? Smaller(text) : text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body))[..16];
        var path = $"{Prefix}{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}";
        return new Asset(path, ContentTypes[extension], body, $"\"{hash}\"");
    }

    private static byte[] Compress(byte[] body)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize))
        {
            brotli.Write(body);
        }

        return target.ToArray();
    }

    // Comments and the space around punctuation; never inside quotes, where our data: drawing lies.
    private static string Smaller(string css) => CssParts().Replace(css, part =>
        part.Value.StartsWith("/*", StringComparison.Ordinal) ? ""
        : part.Value[0] is '"' or '\'' ? part.Value
        : part.Groups["mark"].Success ? part.Groups["mark"].Value
        : " ").Trim();

    [GeneratedRegex("""/\*.*?\*/|"[^"]*"|'[^']*'|\s*(?<mark>[{};,>])\s*|\s+""", RegexOptions.Singleline)]
    private static partial Regex CssParts();
}
