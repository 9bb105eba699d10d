using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Sections;

public class FiltersTests
{
    private const string List = $"/site/{SiteHost.Agency}/tg/documents";

    [Test]
    public async Task The_form_offers_what_the_declaration_says_and_items_have()
    {
        var page = await PageAsync(List);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.All(".filters label"), Is.EqualTo(["Калима", "Навъи ҳуҷҷат", "Санаи қабул, сол", "Вазъи ҳуҷҷат"]));
            Assert.That(page.All("#filter-SignedOn option"),
                Is.EqualTo(["Ҳама", "2026 (2)", "2025 (1)", "2019 (1)", "2016 (1)"]));
            Assert.That(page.All("#filter-Status option"),
                Is.EqualTo(["Ҳама", "Амалкунанда (4)", "Аз эътибор соқит дониста шуд (1)"]));
        }
    }

    [TestCase("filter=Kind.law", "1339")]
    [TestCase("filter=SignedOn.2025", "12")]
    [TestCase("filter=Status.repealed&filter=", "47")]
    [TestCase("filter=Status.in-force&filter=Kind.report", "1")]
    [TestCase("filter=Status.repealed&q=фармоиш", "47")]
    public async Task Each_filter_narrows_the_list_and_they_add_up(string query, string number)
    {
        var page = await PageAsync($"{List}?{query}");

        Assert.That(page.All(".files .meta span").Where(text => text.StartsWith('№')), Is.EqualTo([$"№ {number}"]));
    }

    [TestCase("tg", "Ёфт шуд: 0")]
    [TestCase("ru", "Найдено: 0")]
    [TestCase("en", "Found: 0")]
    public async Task Filters_that_leave_nothing_say_so_in_each_language(string culture, string words)
    {
        var page =
            await PageAsync($"/site/{SiteHost.Agency}/{culture}/documents?filter=Kind.law&filter=Status.repealed");

        Assert.That(page.Text, Does.Contain(words));
    }

    [TestCase("filter=Kind.nonsense")]
    [TestCase("filter=Number.47")]
    [TestCase("filter=SignedOn.20255")]
    [TestCase("filter=Status.in-force%20Kind.law%20")]
    [TestCase("filter=.&filter=..&filter=Kind")]
    public async Task What_is_no_filter_changes_nothing(string query)
    {
        var (asked, whole) = (await PageAsync($"{List}?{query}"), await PageAsync(List));

        Assert.That(asked.All(".files h2"), Is.EqualTo(whole.All(".files h2")).And.Count.EqualTo(5));
    }

    [TestCase("tg", "Варақаи муроҷиати хаттӣ (намуна): Боргирӣ PDF, 27 КБ тоҷикӣ, русӣ")]
    [TestCase("ru", "Бланк письменного обращения (образец): Скачать PDF, 27 КБ таджикский, русский")]
    public async Task A_file_is_announced_with_kind_size_and_language(string culture, string note)
    {
        var page = await PageAsync($"/site/{SiteHost.Agency}/{culture}/documents?filter=Kind.form");

        Assert.That(page.All(".files .meta"), Does.Contain(note));
    }

    [Test]
    public async Task A_file_can_be_taken_from_the_list()
    {
        var page = await PageAsync($"{List}?filter=Kind.form");
        using var client = (await SharedHost.GetAsync()).Client();

        using var answer = await client.GetAsync(page.Document.QuerySelector(".files .meta a")!.GetAttribute("href"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(200));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        }
    }

    [Test]
    public async Task The_cache_keeps_differently_filtered_lists_apart()
    {
        var law = await PageAsync($"{List}?filter=Kind.law");
        var order = await PageAsync($"{List}?filter=Kind.order");

        Assert.That(law.All(".files h2"), Is.Not.EqualTo(order.All(".files h2")).And.Not.Empty);
    }

    [Test]
    public async Task A_type_that_declares_no_filter_has_none()
    {
        var page = await PageAsync($"/site/{SiteHost.Agency}/tg/news?filter=Topic.law");

        Assert.That(page.All("select"), Is.Empty);
    }

    [TestCase("tg", "Аз эътибор соқит дониста шуд", "Ҳуҷҷат дигар амал намекунад")]
    [TestCase("ru", "Утратил силу", "Документ больше не действует")]
    public async Task What_is_repealed_is_marked_in_the_list_and_on_its_page(string culture, string mark, string notice)
    {
        var list = await PageAsync($"/site/{SiteHost.Agency}/{culture}/documents?filter=Status.repealed");
        var detail = await PageAsync(list.Document.QuerySelector(".files h2 a")!.GetAttribute("href")!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.All(".files .tag.warn"), Is.EqualTo([mark]));
            Assert.That(detail.All(".notice.warn")[0], Does.Contain(mark).And.Contain(notice));
            Assert.That(detail.All("dl.facts dd"), Does.Contain("47"));
        }
    }

    private static async Task<Page> PageAsync(string address)
    {
        using var client = (await SharedHost.GetAsync()).Client();
        return await client.PageAsync(address);
    }
}
