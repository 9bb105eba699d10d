using System.Diagnostics;
using EgovSites.Admin.Languages.Memory;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Benchmarks;

/// <summary>One suggestion of the translation memory among 20,000 pairs of sentences that begin alike.</summary>
internal static class Memory
{
    private const int Pairs = 20_000;
    private const int Rounds = 20;

    public static async Task<bool> RunAsync()
    {
        await using var host = await OwnHost.StartAsync();
        var sentences = Sentences();
        await FillAsync(host, sentences);
        var words = sentences[Pairs / 2].Split(' ');
        words[5] = "дигаргун";
        var wanted = string.Join(' ', words);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(host.Tenant);
            var clock = Stopwatch.StartNew();
            var found = await scope.ServiceProvider.GetRequiredService<TranslationMemory>()
                .SuggestAsync("tg", "ru", [wanted]);
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (found[0][0].Source != sentences[Pairs / 2])
            {
                throw new InvalidOperationException("The memory found another sentence.");
            }
        }

        return Report.AtMost("translation memory, one suggestion among 20,000 pairs (median)", times.Order()
            .ElementAt(Rounds / 2), 200, "ms");
    }

    private static List<string> Sentences()
    {
        var random = new Random(5);
        string[] words = [.. Enumerable.Range(0, 3000).Select(number => $"калимаи{number}")];
        return [.. Enumerable.Range(0, Pairs)
            .Select(_ => "Вазорати молия "
                + string.Join(' ', Enumerable.Range(0, 10).Select(_ => words[random.Next(words.Length)])) + ".")];
    }

    private static async Task FillAsync(OwnHost host, List<string> sentences)
    {
        foreach (var part in sentences.Chunk(4000))
        {
            await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var sentence in part)
            {
                var id = Ids.New();
                db.Add(new MemoryPair
                {
                    Id = id,
                    ItemId = "many",
                    From = "tg",
                    To = "ru",
                    Hash = Likeness.HashOf(sentence),
                    Source = sentence,
                    Target = sentence
                });
                db.AddRange(Likeness.WordsOf(sentence)
                    .Select(word => new MemoryWord { From = "tg", To = "ru", Word = word, PairId = id }));
            }

            await db.SaveChangesAsync();
        }
    }
}
