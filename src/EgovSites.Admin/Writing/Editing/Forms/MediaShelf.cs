using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// What the pickers of a form offer: the chosen files, the newest or the found ones of the library, and other items.
/// </summary>
public sealed record MediaShelf(
    Tenant Tenant, IReadOnlyDictionary<string, MediaFile> Chosen, IReadOnlyList<MediaFile> Latest,
    IReadOnlyList<MediaShelf.Choice> Items)
{
    /// <summary>The names of the controls that search the library from within a form.</summary>
    public const string FindPicture = "find.picture";
    public const string FindDocument = "find.document";

    private const int Offered = 24;
    private const int ItemsOffered = 100;

    public sealed record Choice(string Id, string Title);

    public IEnumerable<MediaFile> Pictures => Latest.Where(file => file.IsPicture);

    public IEnumerable<MediaFile> Documents => Latest.Where(file => !file.IsPicture);

    /// <summary>The files of one field, in their order.</summary>
    public IEnumerable<MediaFile> In(FieldInput input) => input.All.Where(Chosen.ContainsKey).Select(id => Chosen[id]);

    public static async Task<MediaShelf> LoadAsync(
        SiteDbContext db, Tenant tenant, ItemForm form, CancellationToken cancellation)
    {
        var ids = form.MediaBoxes.SelectMany(box => form[box.Field, box.Culture].All)
            .Concat(form.Boxes.Where(box => FieldTypes.Of(box.Field) is MarkdownField)
                .SelectMany(box => BodyLinks.MediaIn(form[box.Field, box.Culture].Text))).ToList();
        var files = db.Set<MediaFile>().AsNoTracking();
        var chosen = ids.Count == 0 ? []
            : await files.Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellation);
        var takesPictures = form.MediaBoxes.Any(box => FieldTypes.Of(box.Field) is not FileField);
        var takesDocuments = form.MediaBoxes.Any(box => FieldTypes.Of(box.Field) is FileField);
        return new MediaShelf(tenant, chosen,
        [
            .. takesPictures
                ? await NewestAsync(files, new MediaSearch(form.Typed(FindPicture, ""), Pictures: true), cancellation)
                : [],
            .. takesDocuments
                ? await NewestAsync(files, new MediaSearch(form.Typed(FindDocument, ""), Pictures: false), cancellation)
                : [],
        ],
        form.Type.Fields.Any(field => FieldTypes.Of(field) is ContentPickerField) ? await ItemsAsync(db, cancellation)
            : []);
    }

    private static Task<List<MediaFile>> NewestAsync(
        IQueryable<MediaFile> files, MediaSearch search, CancellationToken cancellation) =>
        MediaSearch.Newest(search.In(files)).Take(Offered).ToListAsync(cancellation);

    private static Task<List<Choice>> ItemsAsync(SiteDbContext db, CancellationToken cancellation) =>
        db.Set<Item>().AsNoTracking().Where(item => item.BinnedAt == null).OrderByDescending(item => item.ChangedAt)
            .Take(ItemsOffered)
            .Select(item => new Choice(item.Id, item.Translations
                .OrderByDescending(words => words.Culture == Cultures.Default).Select(words => words.Title)
                .FirstOrDefault() ?? item.Id))
            .ToListAsync(cancellation);
}
