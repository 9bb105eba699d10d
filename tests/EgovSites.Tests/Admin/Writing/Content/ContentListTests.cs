using System.Text.Json.Nodes;
using EgovSites.Admin.Lists;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Writing.Content;

public sealed class ContentListTests
{
    private const int Items = 95;

    [TestCase("title")]
    [TestCase("-title")]
    [TestCase("created")]
    [TestCase(null)]
    public async Task Page_after_page_shows_everything_once_and_in_order(string? sort)
    {
        await using var desk = await TestDesk.OpenAsync();
        var word = $"саҳифа{Ids.New()}";
        desk.Db.AddRange(Enumerable.Range(0, Items).Select(number => ItemOf(word, number)));
        await desk.Db.SaveChangesAsync();

        var list = new ContentList(desk.Db);
        var titles = new List<string>();
        var pages = 1;
        for (var number = 1; number <= pages; number++)
        {
            var (rows, shown) =
                await list.ReadAsync(new ContentFilter(null, null, null, word), ContentOrder.Read(sort), number);
            pages = shown.Count;
            titles.AddRange(rows.Select(row => row.Translations.Single().Title));
        }

        var expected = Enumerable.Range(0, Items).Select(number => $"{word} {number:D3}");
        Assert.That(titles, Is.EqualTo(sort is "title" or "created" ? expected : expected.Reverse()));
    }

    private static Item ItemOf(string word, int number)
    {
        var at = FixedClock.Start.AddMinutes(number);
        var item = new Item
        {
            Id = Ids.New(),
            Type = "News",
            Revision = 1,
            CreatedAt = at,
            CreatedBy = "test",
            ChangedAt = at,
            ChangedBy = "test"
        };
        var words = new Translation { ItemId = item.Id, Culture = "tg", Title = $"{word} {number:D3}", ChangedIn = 1 };
        words.Fields[FieldNames.Title] = JsonValue.Create(words.Title);
        item.Translations.Add(words);
        return item;
    }
}
