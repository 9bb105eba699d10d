using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Checks;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Cleaning;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Checking;

/// <summary>Looks through what stands in an item's form, saved or only typed.</summary>
public sealed class CheckTexts(SiteDbContext db, PageWeight weight)
{
    public async Task<TextChecks> OfAsync(ItemForm form, Standard standard, CancellationToken cancellation)
    {
        var begun = Cultures.All.Where(culture => TextsOf(form, culture).Any()).ToList();
        if (begun.Count == 0)
        {
            return TextChecks.None;
        }

        var ids = form.MediaBoxes.SelectMany(box => form[box.Field, box.Culture].All)
            .Concat(begun.SelectMany(culture => TextsOf(form, culture)).SelectMany(one => BodyLinks.MediaIn(one.Text)))
            .Distinct().ToList();
        var media = ids.Count == 0 ? []
            : await db.Set<MediaFile>().AsNoTracking().Where(file => ids.Contains(file.Id))
                .ToDictionaryAsync(file => file.Id, cancellation);
        return new TextChecks([.. begun.Select(culture => ColumnOf(form, culture, standard, media))]);
    }

    private TextChecks.Column ColumnOf(
        ItemForm form, string culture, Standard standard, Dictionary<string, MediaFile> media)
    {
        var texts = TextsOf(form, culture).ToList();
        var letters = texts.Select(one => new TextChecks.Letters(one.Field, culture, Hygiene.Check(one.Text, culture)))
            .Where(one => one.Report.Findings.Count > 0);
        var advice = texts.SelectMany(one => AdviceOn(one.Field, one.Text, culture, media)
            .Concat(ContentChecks.OfTerms(one.Text, culture, standard.Glossary))
            .Select(reason => reason.At(one.Field.Name, culture)));
        return new TextChecks.Column(culture, [.. letters], [.. advice], WeightOf(form, texts, media));
    }

    private Weight WeightOf(
        ItemForm form, List<(FieldDefinition Field, string Text)> texts, Dictionary<string, MediaFile> media)
    {
        var own = form.Type.Field(FieldNames.Picture) is { Localizable: false } field
            ? form[field, null].All.Select(id => (FieldNames.Picture, id)) : [];
        var inText = texts.SelectMany(one => BodyLinks.MediaIn(one.Text).Select(id => (one.Field.Name, id)));
        return weight.Of(texts.Select(one => one.Text), own.Concat(inText).Where(one => media.ContainsKey(one.id))
            .Select(one => (one.Item1, media[one.id])));
    }

    private static IEnumerable<Reason> AdviceOn(
        FieldDefinition field, string text, string culture, Dictionary<string, MediaFile> media) =>
        field.Name == FieldNames.Title ? ContentChecks.OfTitle(text)
        : FieldTypes.Of(field) is MarkdownField ? ContentChecks.OfText(text, culture, media)
        : [];

    private static IEnumerable<(FieldDefinition Field, string Text)> TextsOf(ItemForm form, string culture) =>
        form.Type.LocalizableFields.Where(field => FieldTypes.Of(field) is MarkdownField
            || (FieldTypes.Of(field) is TextField && !field.Setting("slug")))
            .Select(field => (field, form[field, culture].Text.ReplaceLineEndings("\n")))
            .Where(one => one.Item2.Length > 0);
}
