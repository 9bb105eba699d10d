using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// What two people made of the same item: fields that only the other one changed, which are taken over, and fields that
/// both changed, where the second one to save keeps his own words and may take the other's.
/// </summary>
public sealed record Conflict(
    string By, IReadOnlyList<Conflict.Field> TakenOver, IReadOnlyList<Conflict.Field> Contested)
{
    public sealed record Field(FieldDefinition Definition, string? Culture, TextComparison Comparison)
    {
        public string Name => ItemForm.NameOf(Definition, Culture);
    }

    /// <summary>Compares the form with what is saved now, and puts the form on top of that.</summary>
    public static async Task<Conflict> FindAsync(
        SiteDbContext db, Item item, ItemForm form, ItemDraft mine, CancellationToken cancellation)
    {
        var basis = await db.Set<Revision>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ItemId == item.Id && row.Number == form.BasedOn, cancellation);
        var (taken, contested) = (new List<Field>(), new List<Field>());
        foreach (var (field, culture) in form.Boxes)
        {
            var (before, theirs, own) =
                (Before(basis, field, culture), Theirs(item, field, culture), Own(mine, field, culture));
            if (JsonNode.DeepEquals(before, theirs) || JsonNode.DeepEquals(own, theirs))
            {
                continue;
            }

            var compared = new Field(field, culture, TextComparison.Of(FieldText.Of(theirs), FieldText.Of(own)));
            if (JsonNode.DeepEquals(before, own))
            {
                form[field, culture] = FieldTypes.Of(field).Show(theirs);
                taken.Add(compared);
            }
            else
            {
                contested.Add(compared);
            }
        }

        form.Rebase(item.Revision);
        return new Conflict(item.ChangedBy, taken, contested);
    }

    /// <summary>Replaces the fields named by the form's <c>take</c> by what is saved.</summary>
    public static void Take(ItemForm form, Item item, IEnumerable<string?> names)
    {
        foreach (var (field, culture) in form.Boxes.Where(
            box => names.Contains(ItemForm.NameOf(box.Field, box.Culture))).ToList())
        {
            form[field, culture] = FieldTypes.Of(field).Show(Theirs(item, field, culture));
        }
    }

    private static JsonNode? Before(Revision? basis, FieldDefinition field, string? culture) =>
        culture is null ? basis?.Shared[field.Name] : (basis?.Translations[culture] as JsonObject)?[field.Name];

    private static JsonNode? Theirs(Item item, FieldDefinition field, string? culture) =>
        culture is null ? item.Shared[field.Name] : item.In(culture)?.Fields[field.Name];

    private static JsonNode? Own(ItemDraft mine, FieldDefinition field, string? culture) =>
        culture is null ? mine.Shared[field.Name] : mine.Words[culture][field.Name];
}
