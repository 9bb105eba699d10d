using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>
/// Brings a file's newest version and words into the pages that show it, and says so to the outbox; the caller saves.
/// </summary>
public sealed partial class MediaRefresh(SiteDbContext db, MediaUses uses, Outbox outbox)
{
    public async Task RunAsync(MediaFile file, CancellationToken cancellation = default)
    {
        foreach (var row in await uses.Publications(file.Id).ToListAsync(cancellation))
        {
            var fields = row.Fields.Copy();
            foreach (var name in fields.Names.ToList())
            {
                fields[name] = Renewed(fields[name], file, row.Culture);
            }

            row.Fields = fields;
            outbox.Add(db, row.ItemId, row.Culture);
        }
    }

    private static JsonNode? Renewed(JsonNode? value, MediaFile file, string culture) => value switch
    {
        JsonArray list => new JsonArray(
            [.. list.Select(one => IsOf(one, file) ? PublishedMedia.Of(file, culture) : one?.DeepClone())]),
        JsonValue words when words.TryGetValue<string>(out var text) =>
            JsonValue.Create(Mention().Replace(text, match => Renamed(match, file))),
        _ => value,
    };

    private static bool IsOf(JsonNode? one, MediaFile file) =>
        one is JsonObject media && media["id"] is JsonValue id && id.ToString() == file.Id;

    // In running text the address itself names the version.
    private static string Renamed(Match match, MediaFile file) =>
        match.Groups["id"].Value == file.Id && MediaName.Parse(match.Groups["name"].Value) is { IsNewest: false } name
            ? $"media/{file.Id}/{MediaName.Of(file.Version, Nearest(file, name.File))}"
            : match.Value;

    private static string Nearest(MediaFile file, string name) =>
        file.HasCopy(name) ? name
        : file.WidthList.Any() ? $"{file.WidthList.Last()}.webp"
        : MediaName.Original;

    [GeneratedRegex(@"media/(?<id>[0-9a-z]{26})/(?<name>[0-9a-z.-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
