using System.Text;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

/// <summary>Fills the appeal form in as a citizen would, and sends it.</summary>
internal static class CitizenForm
{
    public const string Address = $"/site/{SiteHost.Agency}/tg/feedback";

    public static byte[] Pdf => "%PDF-1.4 санад"u8.ToArray();

    public static Dictionary<string, string> Filled(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>
        {
            ["kind"] = "complaint",
            ["topic"] = "medical-treatment",
            ["name"] = "Раҳимова Зебуниссо",
            ["phone"] = "+992 90 123 45 67",
            ["email"] = "zebo@namuna.tj",
            ["address"] = "Ноҳияи Рашт, деҳаи Навобод",
            ["subject"] = "Доруи ройгон нест",
            ["text"] = "Дар дорухона доруи ройгон нест.\n\nИлтимос, кӯмак кунед.",
            ["consent"] = "yes",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return fields;
    }

    public static async Task<Page> SendAsync(
        this HttpClient client, string address, Dictionary<string, string> fields,
        params (string Name, byte[] Body)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value, Encoding.UTF8), name);
        }

        foreach (var (name, body) in files)
        {
            content.Add(new ByteArrayContent(body), "files", name);
        }

        return await Page.ReadAsync(await client.PostAsync(address, content));
    }

    /// <summary>The form as a browser has it after it was shown: with its key.</summary>
    public static async Task<string> KeyAsync(this HttpClient client, string address = Address) =>
        (await client.PageAsync(address)).Document.QuerySelector("input[name=key]")!.GetAttribute("value")!;

    public static async Task<(string Number, string Code)> ReceiptAsync(
        this HttpClient client, string address = Address, params (string Name, byte[] Body)[] files)
    {
        var page = await client.SendAsync(address, Filled(("key", await client.KeyAsync(address))), files);
        Assert.That(page.Status, Is.EqualTo(200), page.Text);
        return page.Receipt();
    }

    public static (string Number, string Code) Receipt(this Page page) =>
        (page.All(".facts dd")[0], page.All(".facts dd")[1]);

    public static async Task<Page> StatusAsync(
        this HttpClient client, string number, string code, string culture = "tg", string tenant = SiteHost.Agency)
    {
        using var content = new FormUrlEncodedContent([new("number", number), new("code", code)]);
        return await Page.ReadAsync(await client.PostAsync($"/site/{tenant}/{culture}/feedback/status", content));
    }

    public static async Task<List<T>> StoredAsync<T>(
        this SiteHost host, System.Linq.Expressions.Expression<Func<T, bool>> which, string tenant = SiteHost.Agency)
        where T : class
    {
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(tenant));
        return await db.Set<T>().AsNoTracking().Where(which).ToListAsync();
    }

    public static async Task<Appeal> AppealAsync(this SiteHost host, string number) =>
        (await host.StoredAsync<Appeal>(row => row.Number == number)).Single();
}
