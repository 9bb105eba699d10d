using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Tajik.Finding;


namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>
/// Gives a translation its address word: the editor's own, else one made from the title; a number when it is taken.
/// </summary>
public static class SlugChooser
{
    public static string Choose(Item item, Translation translation, Func<string, bool> isTaken)
    {
        var wish = Wish(item, translation);
        if (!isTaken(wish))
        {
            return wish;
        }

        return Enumerable.Range(2, 9998).Select(number => Numbered(wish, number)).First(slug => !isTaken(slug));
    }

    /// <summary>What every slug this translation could get begins with.</summary>
    public static string Stem(Item item, Translation translation)
    {
        var wish = Wish(item, translation);
        return wish.Length > 74 ? wish[..74] : wish;
    }

    private static string Wish(Item item, Translation translation)
    {
        var own = translation.Fields.Text(FieldNames.Slug);
        if (Slug.IsValid(own))
        {
            return own;
        }

        var made = Slug.From(translation.Fields.Text(FieldNames.Title), translation.Culture);
        return made.Length > 0 ? made : item.Id;
    }

    private static string Numbered(string wish, int number)
    {
        var suffix = $"-{number}";
        return (wish.Length + suffix.Length > 80 ? wish[..(80 - suffix.Length)].TrimEnd('-') : wish) + suffix;
    }
}
