using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EgovSites.Admin.Languages.Machine;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Admin.Languages;

/// <summary>
/// A machine's words, from a stub on loopback: filled in, marked, and not published before somebody has read them.
/// </summary>
public partial class MachineTranslatorTests
{
    private const string NewItem = $"/admin/sites/{SiteHost.Agency}/content/new/News";

    [Test]
    public async Task It_fills_what_is_empty_and_a_person_must_read_it_before_it_is_published()
    {
        await using var stub = await Stub.StartAsync(Translated);
        await using var host = await HostAsync(stub);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var address = await ItemAsync(desk, ("ru.Title", ""), ("ru.Summary", "Написано человеком"));

        await PostAsync(desk, address, "machine:ru", ("ru.Summary", "Написано человеком"));
        var filled = await desk.GetAsync(address);
        var id = Id().Match(address).Value;
        await PostAsync(desk, address, "save", Typed(filled));
        var early = await PublishAsync(host, id);
        await PostAsync(desk, address, "read:ru", Typed(filled));
        var late = await PublishAsync(host, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(filled.All("#ru-Title"), Is.EqualTo(["ru: Сарлавҳа"]));
            Assert.That(filled.All("#ru-Summary"), Is.EqualTo(["Написано человеком"]));
            Assert.That(filled.Document.QuerySelector("[value='read:ru']"), Is.Not.Null);
            Assert.That(early.Reasons.Select(reason => reason.Key), Is.EqualTo(["publish.machine"]));
            Assert.That(late.IsDone, Is.True);
        }
    }

    [TestCase(500, "{}")]
    [TestCase(302, "")]
    [TestCase(200, "not json")]
    [TestCase(200, """{"texts":["one too few"]}""")]
    [TestCase(200, """{"texts":null}""")]
    public async Task A_wrong_answer_is_no_answer(int status, string body)
    {
        await using var stub = await Stub.StartAsync((context, _) => SayAsync(context, status, body));
        using var translator = Translator(stub);

        var answer = await translator.TranslateAsync("tg", "ru", ["Якум", "Дуюм"]);

        Assert.That((answer.Problem?.Key, answer.Texts.Count), Is.EqualTo(("machine.failed", 0)));
    }

    [Test]
    public async Task When_it_fails_everything_typed_is_saved_and_the_editor_is_told()
    {
        await using var stub = await Stub.StartAsync((context, _) => SayAsync(context, 500, "{}"));
        await using var host = await HostAsync(stub);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var address = await ItemAsync(desk);

        var posted = await PostAsync(desk, address, "machine:ru", ("en.Title", "Typed meanwhile"));
        var page = await desk.GetAsync(posted.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("#en-Title"), Is.EqualTo(["Typed meanwhile"]));
            Assert.That(page.All("#ru-Title"), Is.EqualTo([""]));
            Assert.That(page.All(".notice.warn[role=status]"), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_translator_that_never_answers_is_given_up()
    {
        await using var stub =
            await Stub.StartAsync((context, _) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted));
        using var translator = Translator(stub, options => options.TimeoutSeconds = 1);

        var answer = await translator.TranslateAsync("tg", "ru", ["Матн"]);

        Assert.That(answer.Problem?.Key, Is.EqualTo("machine.failed"));
    }

    [Test]
    public async Task Too_much_text_is_not_sent()
    {
        await using var stub = await Stub.StartAsync(Translated);
        using var translator = Translator(stub, options => options.MostLetters = 10);

        var answer = await translator.TranslateAsync("tg", "ru", ["Матни аз ҳад дароз"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Problem?.Key, Is.EqualTo("machine.tooLong"));
            Assert.That(stub.Asked, Is.Zero);
        }
    }

    [Test]
    public async Task The_key_of_the_file_goes_with_the_question()
    {
        var key = Path.GetTempFileName();
        await File.WriteAllTextAsync(key, "the-key\n");
        await using var stub = await Stub.StartAsync(Translated);
        using var translator = Translator(stub, options => options.KeyFile = key);

        await translator.TranslateAsync("tg", "ru", ["Матн"]);

        File.Delete(key);
        Assert.That(stub.Authorization, Is.EqualTo("Bearer the-key"));
    }

    [Test]
    public async Task Tags_in_its_answer_reach_no_field()
    {
        await using var stub = await Stub.StartAsync(
            (context, texts) => AnswerAsync(context, texts.Select(_ => "<script>alert(1)</script>")));
        await using var host = await HostAsync(stub);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var address = await ItemAsync(desk);

        await PostAsync(desk, address, "machine:ru");

        Assert.That((await desk.GetAsync(address)).All("#ru-Title, #ru-Summary"), Is.EqualTo(["", ""]));
    }

    [Test]
    public async Task Without_an_address_there_is_no_button_and_the_verb_does_nothing()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var address = await ItemAsync(desk);

        await PostAsync(desk, address, "machine:ru");
        var page = await desk.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.QuerySelectorAll("[value^='machine:']"), Is.Empty);
            Assert.That(page.All("#ru-Title"), Is.EqualTo([""]));
        }
    }

    private static Task<SiteHost> HostAsync(Stub stub) =>
        SiteHost.StartAsync(SiteHost.Agency, services =>
            services.Configure<TranslationOptions>(options => options.Address = stub.Address));

    private static HttpMachineTranslator Translator(Stub stub, Action<TranslationOptions>? change = null)
    {
        var options = new TranslationOptions { Address = stub.Address };
        change?.Invoke(options);
        return new HttpMachineTranslator(Options.Create(options), NullLogger<HttpMachineTranslator>.Instance);
    }

    // The address of a redirect is one where nobody listens: following it would fail too, but later.
    private static Task SayAsync(HttpContext context, int status, string body)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        context.Response.Headers.Location = "http://127.0.0.1:1/";
        return context.Response.WriteAsync(body);
    }

    private static async Task<string> ItemAsync(DeskClient desk, params (string, string)[] more)
    {
        var saved = await desk.PostAsync(NewItem, NewItem, [("revision", "0"), .. Source, .. more, ("verb", "save")]);
        return saved.Response.Headers.Location!.ToString().Split('?')[0];
    }

    private static async Task<Page> PostAsync(
        DeskClient desk, string address, string verb, params (string, string)[] more)
    {
        var revision = (await desk.GetAsync(address)).Document.QuerySelector("[name=revision]")!.GetAttribute("value")!;
        return await desk.PostAsync(address, address, [("revision", revision), .. Source, .. more, ("verb", verb)]);
    }

    private static (string, string)[] Source => [("tg.Title", "Сарлавҳа"), ("tg.Summary", "Муқаддима")];

    private static (string, string)[] Typed(Page page) =>
        [("ru.Title", page.All("#ru-Title").Single()), ("ru.Summary", page.All("#ru-Summary").Single())];

    private static async Task<Outcome> PublishAsync(SiteHost host, string id)
    {
        await using var desk = TestDesk.Open(host);
        return await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["ru"]);
    }

    private static Task Translated(HttpContext context, IReadOnlyList<string> texts) =>
        AnswerAsync(context, texts.Select(text => $"ru: {text}"));

    private static Task AnswerAsync(HttpContext context, IEnumerable<string> texts) =>
        context.Response.WriteAsJsonAsync(new { texts });

    [GeneratedRegex("[0-9a-z]{26}")]
    private static partial Regex Id();

    private sealed class Stub : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Stub(WebApplication app) => _app = app;

        public string Address => _app.Urls.First();

        public int Asked { get; private set; }

        public string Authorization { get; private set; } = "";

        public static async Task<Stub> StartAsync(Func<HttpContext, IReadOnlyList<string>, Task> answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var stub = new Stub(app);
            app.Run(async context =>
            {
                stub.Asked++;
                stub.Authorization = context.Request.Headers.Authorization.ToString();
                var question = (await JsonNode.ParseAsync(context.Request.Body))!;
                await answer(context, [.. question["texts"]!.AsArray().Select(text => text!.ToString())]);
            });
            await app.StartAsync();
            return stub;
        }

        public async ValueTask DisposeAsync() => await _app.DisposeAsync();
    }
}
