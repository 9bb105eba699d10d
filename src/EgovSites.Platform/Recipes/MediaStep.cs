using System.Text.Json.Nodes;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media;

namespace EgovSites.Platform.Recipes;

/// <summary>
/// Orchard's <c>media</c>: makes pictures and documents of the standard's own library known to the tenant, without
/// copying a byte.
/// </summary>
public sealed class MediaStep(SharedPictures pictures) : IRecipeStep
{
    public string Name => "media";

    public Task RunAsync(JsonObject step, RecipeRun run, CancellationToken cancellation)
    {
        foreach (var file in (step["Files"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Add((file["TargetPath"] ?? file["Path"])?.ToString() ?? "", file["SourcePath"]?.ToString() ?? "", run);
        }

        return Task.CompletedTask;
    }

    private void Add(string target, string source, RecipeRun run)
    {
        var picture = pictures.Find(run.Standard, Path.GetFileName(source))
            ?? throw new RecipeException($"The standard has no picture '{source}'.");
        var media = new MediaFile
        {
            Id = Ids.New(),
            FileName = Path.GetFileName(target),
            ContentType = picture.ContentType,
            Bytes = picture.Bytes,
            Width = picture.Width,
            Height = picture.Height,
            Widths = picture.Widths,
            Shared = $"{run.Standard.Version}/{picture.Name}",
            UploadedAt = run.Now,
            UploadedBy = "EgovSites",
        };
        run.Db.Add(media);
        run.Media[target] = media;
    }
}
