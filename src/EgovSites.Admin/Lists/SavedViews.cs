using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Lists;

/// <summary>An editor's own filters of the list: nobody else sees or deletes them.</summary>
public sealed class SavedViews(SiteDbContext db)
{
    public const int Most = 12;

    public async Task<IReadOnlyList<SavedView>> OfAsync(string editorId, CancellationToken cancellation = default) =>
        await db.Set<SavedView>().AsNoTracking().Where(row => row.EditorId == editorId).OrderBy(row => row.Name)
            .ToListAsync(cancellation);

    /// <summary>Keeps a filter; the same name again takes the new filter.</summary>
    public async Task<Outcome> KeepAsync(
        string editorId, string? name, string query, CancellationToken cancellation = default)
    {
        var (text, problem) = PlainText.Read(name ?? "", SavedView.MaxName);
        if (problem is not null || text.Length == 0)
        {
            return Outcome.Refused(problem ?? new Reason("content.view.nameless"));
        }

        var known = await db.Set<SavedView>().Where(row => row.EditorId == editorId).ToListAsync(cancellation);
        if (known.Find(row => row.Name == text) is { } same)
        {
            same.Query = query;
        }
        else if (known.Count >= Most)
        {
            return Outcome.Refused(new Reason("content.view.tooMany", Most));
        }
        else
        {
            db.Add(new SavedView { Id = Ids.New(), EditorId = editorId, Name = text, Query = query });
        }

        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    public Task DropAsync(string editorId, string id, CancellationToken cancellation = default) =>
        db.Set<SavedView>().Where(row => row.EditorId == editorId && row.Id == id).ExecuteDeleteAsync(cancellation);
}
