using EgovSites.Benchmarks;

if (args is [BareKestrel.Verb, var file, var port])
{
    await BareKestrel.ServeAsync(file, port);
    return 0;
}

if (args is [KeptPage.Verb, var server, var page, var at])
{
    await KeptPage.ServeAsync(server, page, at);
    return 0;
}

// Each program prints the figure, the bound it is held to, and whether it held. Figures go to docs/performance.md by
// hand.
var cases = new Dictionary<string, Func<Task<bool>>>(StringComparer.Ordinal)
{
    ["first-view"] = FirstView.RunAsync,
    ["cached-home"] = CachedHome.RunAsync,
    ["kept-page"] = KeptPage.RunAsync,
    ["article"] = Article.RunAsync,
    ["births"] = Births.RunAsync,
    ["many-tenants"] = ManyTenants.RunAsync,
    ["sections"] = BigSections.RunAsync,
    ["lists"] = Lists.RunAsync,
    ["where-used"] = MarkedItems.RunAsync,
    ["board"] = Board.RunAsync,
    ["editor"] = LongItem.RunAsync,
    ["memory"] = Memory.RunAsync,
};
var wanted = args.Length == 0 ? [.. cases.Keys] : args;
var held = true;
foreach (var name in wanted)
{
    if (!cases.TryGetValue(name, out var run))
    {
        await Console.Error.WriteLineAsync($"There is no benchmark '{name}'. Known: {string.Join(", ", cases.Keys)}.");
        return 2;
    }

    held &= await run();
}

return held ? 0 : 1;
