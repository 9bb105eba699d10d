using System.Text.Json.Nodes;
using EgovSites.Platform.Recipes;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Recipes;

public class RecipeScriptsTests
{
    [TestCase("[js: parameters('SiteName')]", "Вазорат")]
    [TestCase("[js: daysFromNow(-1)]", "2026-11-19T07:00:00Z")]
    [TestCase("[js: daysFromNow(0.5)]", "2026-11-20T19:00:00Z")]
    [TestCase("[js: 1+1]", "[js: 1+1]")]
    [TestCase("[js: process.exit()]", "[js: process.exit()]")]
    [TestCase("plain [js: uuid()]", "plain [js: uuid()]")]
    public void Only_the_listed_expressions_are_evaluated(string written, string expected)
    {
        var node = new JsonObject { ["list"] = new JsonArray(new JsonObject { ["value"] = written }) };

        RecipeScripts.Evaluate(node, Run());

        Assert.That(node["list"]![0]!["value"]!.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void What_is_left_as_text_is_reported()
    {
        var run = Run();

        RecipeScripts.Evaluate(new JsonObject { ["title"] = "[js: 1+1]" }, run);

        Assert.That(run.Reports.Single(), Does.Contain("[js: 1+1]"));
    }

    private static RecipeRun Run() => new(null!, null!, null!, FixedClock.Start)
    {
        Parameters = new Dictionary<string, string> { ["SiteName"] = "Вазорат" },
    };
}
