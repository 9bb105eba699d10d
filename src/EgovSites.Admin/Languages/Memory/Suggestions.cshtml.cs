using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Memory;

/// <summary>
/// What the translation memory knows about the sentences of one field; the editor's script takes it into its fold.
/// </summary>
public sealed class SuggestionsModel(SiteDbContext db, TranslationMemory memory) : DeskPage
{
    private const int MostSentences = 200;

    public sealed record Line(string Sentence, IReadOnlyList<Suggestion> Suggestions);

    public Item Item { get; private set; } = null!;

    public FieldDefinition Field { get; private set; } = null!;

    public string Source { get; private set; } = "";

    public string Target { get; private set; } = "";

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    protected override async Task<bool> IsAskedAsync() =>
        (await Service<AskedItems>().CulturesAsync(this, RouteData.Values["id"] as string)).Count > 0;

    public async Task<IActionResult> OnGetAsync(
        string id, string? culture, string? field, CancellationToken cancellation)
    {
        var item = await db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == id && row.BinnedAt == null, cancellation);
        if (item is null || !Cultures.IsKnown(culture) || SourceLanguage.Of(item) is not { } source
            || source.Culture == culture
            || Standard.Type(item.Type)?.Field(field ?? "") is not { Localizable: true } one
            || FieldTypes.Of(one) is not (TextField or MarkdownField))
        {
            return NotFound();
        }

        (Item, Field, Source, Target) = (item, one, source.Culture, culture!);
        var sentences = Sentences.Of(source.Fields.Text(one.Name)).SelectMany(paragraph => paragraph).Distinct()
            .Take(MostSentences).ToList();
        var found = await memory.SuggestAsync(Source, Target, sentences, cancellation);
        Lines = [.. sentences.Zip(found, (sentence, suggestions) => new Line(sentence, suggestions))
            .Where(line => line.Suggestions.Count > 0)];
        return Page();
    }
}
