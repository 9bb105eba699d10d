using EgovSites.Platform.Content.Definitions;
using EgovSites.Tests.Features.Aggregation;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Search;

/// <summary>The search of an agency and that of the portal, which follow one rule.</summary>
[TestFixture($"/site/{SiteHost.Agency}")]
[TestFixture("")]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public class SearchTests(string site)
{
    private readonly Lazy<Task<SiteHost>> _host = new(() => SiteHost.StartAsync(SiteHost.Agency));

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host.IsValueCreated)
        {
            await (await _host.Value).DisposeAsync();
        }
    }

    [TestCase("Қабули шаҳрвандон", "qabul", ExpectedResult = true)]
    [TestCase("Суғуртаи тиббӣ", "sughurta", ExpectedResult = true)]
    [TestCase("Шифохонаи нав", "shifokhona", ExpectedResult = true)]
    [TestCase("Шифохонаи дуюм", "shifoxona", ExpectedResult = true)]
    [TestCase("Хоҷагии манзилӣ", "khochagi", ExpectedResult = true)]
    [TestCase("Хоҷагии об", "xojagi", ExpectedResult = true)]
    [TestCase("Ҷавони пешқадам", "жавон", ExpectedResult = true)]
    [TestCase("Маҷлиси намояндагон", "маджлис", ExpectedResult = true)]
    [TestCase("Буҷети давлатӣ", "буджет", ExpectedResult = true)]
    [TestCase("Буҷети соли нав", "бужет", ExpectedResult = true)]
    [TestCase("Тоҷикистони азиз", "тожикистон", ExpectedResult = true)]
    [TestCase("Тоҷикистони мо", "таджикистон", ExpectedResult = false)]
    [TestCase("Маъмурияти маҳал", "ma'muriyat", ExpectedResult = true)]
    public async Task<bool> A_Tajik_word_is_found_however_it_is_typed(string title, string typed)
    {
        await PublishAsync(title);

        var page = await AskAsync(typed);

        var isFound = page.All("ol.items h3").Contains(title);
        Assert.That(page.Document.QuerySelector("ol.items mark") is not null, Is.EqualTo(isFound));
        return isFound;
    }

    [TestCase("№ 15")]
    [TestCase("15")]
    [TestCase("қарори 15")]
    public async Task A_number_comes_before_longer_ones_that_hold_it(string asked)
    {
        await PublishAsync("Қарори № 15");
        await PublishAsync("Қарори соли 2015");
        await PublishAsync("Қарори № 151");

        var titles = (await AskAsync(asked)).All("ol.items h3");

        Assert.That(
            titles.First(title => title.StartsWith("Қарори", StringComparison.Ordinal)), Is.EqualTo("Қарори № 15"));
        Assert.That(titles, Is.SupersetOf(new[] { "Қарори соли 2015", "Қарори № 151" }));
    }

    [Test]
    public async Task Whole_words_come_before_longer_ones_wherever_they_stand_in_the_title()
    {
        await PublishAsync("Дар бораи замини корам");
        await PublishAsync("Заминларзаи дирӯза");
        await PublishAsync("Заминдорӣ ва замини корам");

        var titles = (await AskAsync("замини корам")).All("ol.items h3");
        var single = (await AskAsync("замин")).All("ol.items h3");

        Assert.That(titles.Take(2), Is.EquivalentTo(new[] { "Дар бораи замини корам", "Заминдорӣ ва замини корам" }));
        Assert.That(single, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_very_letters_come_first()
    {
        await PublishAsync("Ҳолати роҳҳо");
        await PublishAsync("Холати ҳаво");

        Assert.That((await AskAsync("ҳолати")).All("ol.items h3")
            .Take(2), Is.EqualTo(new[] { "Ҳолати роҳҳо", "Холати ҳаво" }));
    }

    [Test]
    public async Task Raised_and_lowered_digits_are_found_as_they_are_typed()
    {
        await PublishAsync("Майдони 40 м² дар моддаи 7²");
        await PublishAsync("Партови CO₂ кам шуд");

        async Task<bool> Finds(string asked, string title) =>
            (await AskAsync(asked)).All("ol.items h3").Contains(title);

        Assert.That(await Finds("м2", "Майдони 40 м² дар моддаи 7²"), Is.True);
        Assert.That(await Finds("моддаи 7²", "Майдони 40 м² дар моддаи 7²"), Is.True);
        Assert.That(await Finds("моддаи 72", "Майдони 40 м² дар моддаи 7²"), Is.False);
        Assert.That(await Finds("CO2", "Партови CO₂ кам шуд"), Is.True);
    }

    [Test]
    public async Task The_second_page_goes_on_where_the_first_ended()
    {
        for (var number = 1; number <= 23; number++)
        {
            await PublishAsync($"Боғпарварӣ {number}");
        }

        var first = (await AskAsync("боғпарварӣ")).All("ol.items h3");
        var second = (await AskAsync("боғпарварӣ&page=2")).All("ol.items h3");

        Assert.That(second, Is.Not.Empty);
        Assert.That(first.Intersect(second), Is.Empty);
    }

    private async Task<Page> AskAsync(string words) =>
        await (await _host.Value).Client()
            .PageAsync($"{site}/tg/search?q={words.Replace(" ", "%20", StringComparison.Ordinal)}");

    private async Task PublishAsync(string title)
    {
        var host = await _host.Value;
        var news = host.Services.GetRequiredService<Standards>()
            .Newest.Types.First(type => type.Behaviours.ArchivedByMonth);
        await new PressOffice(host, SiteHost.Agency).PublishAsync(news, ("tg", title));
    }
}
