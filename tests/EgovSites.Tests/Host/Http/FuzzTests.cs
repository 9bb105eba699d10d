using System.Collections.Concurrent;
using System.Text;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host.Http;

/// <summary>
/// Hostile values at every place of every address, in every question and every form: the answer is never a fault of
/// ours.
/// </summary>
[NonParallelizable]
public class FuzzTests
{
    private const int AtOnce = 4;

    // As they stand in an address or a form's body.
    private static readonly string[] Values =
    [
        "%20", "%0A", "%C2%A0%E2%80%A8%09%E3%80%80", "%00", "a%00b", "x%0D%0ASet-Cookie%3A%20a%3Db", "%3Fx%0D%0Ay",
        "%ED%A0%80", "%FF%FE", "%EF%BF%BF", new('a', 7000), "%3F%D2%B7%3D%D2%B7", "..%2F..%2F..%2Fhost.db", "%2e%2e",
        "%252e%252e%252f", "..%5C..%5Chost.db",
        "%22%27%60%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%27%20OR%201%3D1--", "%25_%5B%5D%5E%24.*(%3Fx",
        "%7B%7B7*7%7D%7D%24%7B7*7%7D%40(1%2B1)",
        "%E2%80%AEgpj.exe", "%F0%9F%87%B9%F0%9F%87%AF%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9", "-1", "2147483648",
        "99999999999999999999999", "NaN",
        "00000000000000000000000000000000", "00000000-0000-0000-0000-000000000000", "0001-01-01T00%3A00", "9999-99-99",
        "9999-12-31T23%3A59",
        "%7B%22a%22%3A%5Bnull%5D%7D", "%zz", "a%2Cb%3Bc%3Ad", "%2F%2Fevil.test", "publish%3Atg", "e"
            + string.Concat(Enumerable.Repeat("%CC%81", 300)),
    ];

    [Test]
    public async Task No_value_at_any_place_of_an_address_or_in_any_question_is_a_fault()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        using var stranger = new DeskClient(host);
        var filled = await FilledAsync(host);
        // An error page asked for by its name answers with its own status.
        var addresses = (await Routes.OfAsync(host)).Where(route => !route.IsErrorPage)
            .SelectMany(route => Questions(route, filled)).Distinct().ToList();
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            addresses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (address, _) =>
        {
            foreach (var asker in address.StartsWith("/admin", StringComparison.Ordinal) ? new[] { desk, stranger }
                : [stranger])
            {
                using var question = new HttpRequestMessage(HttpMethod.Get, At(host, address));
                using var answer = await asker.SendAsync(question);
                Note(faults, answer, $"GET {Short(address)}{(asker == desk ? " (staff)" : "")}");
            }
        });

        Assert.That(addresses, Has.Count.GreaterThan(2000));
        Assert.That(faults.Order(StringComparer.Ordinal).Take(40), Is.Empty, $"{faults.Count} of {addresses.Count}");
    }

    [Test]
    public async Task No_value_in_any_form_is_a_fault()
    {
        await using var host = await SiteHost.StartAsync();
        using var stranger = new DeskClient(host);
        var filled = await FilledAsync(host);
        var faults = new ConcurrentBag<string>();
        var posts = 0;
        foreach (var route in await Routes.OfAsync(host))
        {
            using var desk = route.IsOfDesk ? await DeskClient.SignInAsync(host, Role.CentralAdministrator) : null;
            var token = desk is null ? "" : await desk.TokenAsync("/admin/profile");
            var address = route.Address(name => filled.GetValueOrDefault(name, "x"));
            foreach (var (post, value) in route.Posts.SelectMany(post => Values.Select(value => (post, value))))
            {
                foreach (var asker in new[] { desk, stranger }.OfType<DeskClient>())
                {
                    using var question = new HttpRequestMessage(
                        HttpMethod.Post, At(host, post.Handler == "" ? address : $"{address}?handler={post.Handler}"));
                    question.Headers.Add("RequestVerificationToken", token);
                    question.Content = Form(post.Controls, value);
                    using var answer = await asker.SendAsync(question);
                    Note(faults, answer,
                        $"POST {address}?handler={post.Handler} {Short(value)}{(asker == desk ? " (staff)" : "")}");
                    posts++;
                }
            }
        }

        Assert.That(posts, Is.GreaterThan(1000));
        Assert.That(faults.Order(StringComparer.Ordinal).Take(40), Is.Empty, $"{faults.Count} of {posts}");
    }

    // What is asked besides the hostile value must be there, or nothing behind it is ever reached.
    private static async Task<Dictionary<string, string>> FilledAsync(SiteHost host)
    {
        await using var look = TestDesk.Open(host);
        var item = await look.PublishAsync(("tg", "Хабар"), ("ru", "Новость"));
        return new Dictionary<string, string>
        {
            ["culture"] = "tg",
            ["language"] = "tg",
            ["site"] = SiteHost.Agency,
            ["id"] = item,
            ["type"] = look.Type.Name,
            ["section"] = "news",
            ["code"] = "404",
            ["number"] = "1",
            ["handler"] = "",
        };
    }

    private static IEnumerable<string> Questions(Routes route, Dictionary<string, string> filled)
    {
        string Filled(string name) => filled.GetValueOrDefault(name, "x");
        var questions = route.Asked.Concat(route.IsOfDesk ? ["page", "handler"] : SiteRequest.QueryKeys)
            .Except(route.Places).Distinct();
        foreach (var value in Values)
        {
            foreach (var place in route.Places)
            {
                yield return route.Address(name => name == place ? value : Filled(name));
            }

            yield return $"{route.Address(Filled)}?{string.Join('&', questions.Select(name => $"{name}={Cut(value)}"))}";
        }
    }

    // All questions of a page share one line of the request.
    private static string Cut(string value) => value.Length > 400 ? value[..300] : value;

    private static StringContent Form(IEnumerable<string> controls, string value) => new(
        string.Join('&', controls.Select(name => $"{name}={value}")), Encoding.ASCII,
        "application/x-www-form-urlencoded");

    // No client's tidying up: what is written is what is asked.
    private static Uri At(SiteHost host, string address) =>
        new(host.Address.GetLeftPart(UriPartial.Authority)
            + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static void Note(ConcurrentBag<string> faults, HttpResponseMessage answer, string what)
    {
        if ((int)answer.StatusCode >= 500)
        {
            faults.Add($"{(int)answer.StatusCode} {what}");
        }
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] + "…" : text;
}
