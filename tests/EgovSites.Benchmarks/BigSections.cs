using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Benchmarks;

/// <summary>
/// The lists of a section of 100,000 items against those of one of 1,000, uncached, in turn, one client.
/// </summary>
internal static class BigSections
{
    private const int Small = 1_000;
    private const int Big = 100_000;
    private const int Rounds = 9;

    private static readonly string Body =
        string.Concat(Enumerable.Repeat("Матни дароз барои санҷиши суръати рӯйхатҳо. ", 60));

    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal)
    {
        ["first page, archive months"] = "news",
        ["a month"] = "news?month=2024-03",
        ["facets"] = "documents",
        ["one facet"] = "documents?filter=Kind.law",
    };

    public static async Task<bool> RunAsync()
    {
        await using var few = await HostAsync(Small);
        await using var many = await HostAsync(Big);
        var held = true;
        foreach (var (name, path) in Questions)
        {
            var (small, big) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                small.Add(await MedianAsync(few, path));
                big.Add(await MedianAsync(many, path));
            }

            Report.Note(
                string.Create(CultureInfo.InvariantCulture,
                    $"{name}: {Middle(small):0.00} ms among {Small}, {Middle(big):0.00} ms among {Big}"));
            held &= Report.AtMost($"{name}: {Big} items against {Small} (median of {Rounds} ratios)",
                Middle([.. big.Zip(small, (one, other) => one / other)]), 1.3, "×");
        }

        return held;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> MedianAsync(OwnHost host, string path) =>
        (await Load.RunAsync(host.Port, [$"/site/{OwnHost.Agency}/tg/{path}"], 1, TimeSpan.FromSeconds(1),
            Load.Uncached, TimeSpan.FromSeconds(1))).Median.TotalMilliseconds;

    private static async Task<OwnHost> HostAsync(int count)
    {
        // The daily round would hand 100,000 rows over that were never published, and empty the shelf each time.
        var host = await OwnHost.StartAsync(
            services => services.Remove(services.Single(service => service.ImplementationType == typeof(DailyRound))));
        var now = TimeProvider.System.GetUtcNow();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(2000))
        {
            await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(
                numbers.SelectMany(number =>
                    new[] { RowOf("News", "news", number, count, now),
                        RowOf("Document", "documents", number, count, now) }));
            await db.SaveChangesAsync();
        }

        return host;
    }

    private static Publication RowOf(string type, string section, int number, int count, DateTimeOffset now)
    {
        var fields = new FieldValues { ["Body"] = JsonValue.Create(Body) };
        // Five years, whatever their number.
        var at = now.AddMinutes(-number * (5 * 365 * 24 * 60.0 / count) * (section == "news" ? 1 : 1.01));
        return new Publication
        {
            ItemId = Ids.New(),
            Culture = "tg",
            Type = type,
            Section = section,
            Slug = $"sanjish-{number}",
            Title = $"Хабари санҷишии рақами {number}",
            Summary = "Хулоса",
            Fields = fields,
            ShownAt = at,
            SortKey = number.ToString("D7", CultureInfo.InvariantCulture),
            Topic = number % 3 == 0 ? "economy" : null,
            Facets = section == "documents" ? $" Kind.{(number % 4 == 0 ? "law" : "order")} SignedOn.{at.Year} " : "",
            SearchText = " " + Body + " ",
            SearchTitle = $" хабари {number} ",
            Revision = 1,
            PublishedAt = at,
            PublishedBy = "bench",
            UpdatedAt = at,
            FilesKept = true,
        };
    }
}
