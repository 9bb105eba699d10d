using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Lists;

/// <summary>Which columns an editor wants to see in the list beside the title; remembered for each editor.</summary>
public sealed class ContentColumns(SiteDbContext db)
{
    private const string Name = "columns";

    public static IReadOnlyList<string> All { get; } = ["state", "languages", "changed", "who", "public", "created"];

    public static IReadOnlyList<string> Usual { get; } = ["state", "languages", "changed"];

    public async Task<IReadOnlyList<string>> OfAsync(string editorId, CancellationToken cancellation = default)
    {
        var kept = await FindAsync(editorId, cancellation);
        return kept is null ? Usual : Known(kept.Value.Split(','));
    }

    public async Task KeepAsync(string editorId, IEnumerable<string> wanted, CancellationToken cancellation = default)
    {
        var value = string.Join(',', Known(wanted));
        if (await FindAsync(editorId, cancellation) is { } kept)
        {
            kept.Value = value;
        }
        else
        {
            db.Add(new DeskHabit { EditorId = editorId, Name = Name, Value = value });
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static List<string> Known(IEnumerable<string> wanted) => [.. All.Where(wanted.Contains)];

    private Task<DeskHabit?> FindAsync(string editorId, CancellationToken cancellation) =>
        db.Set<DeskHabit>().SingleOrDefaultAsync(row => row.EditorId == editorId && row.Name == Name, cancellation);
}
