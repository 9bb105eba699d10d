using System.Reflection;
using System.Text.RegularExpressions;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Tajik;

namespace EgovSites.Tests.Rules;

public partial class StringsTests
{
    private static readonly Assembly[] Assemblies =
        [.. new[] { "EgovSites.Platform", "EgovSites.Features", "EgovSites.Admin", "EgovSites.Theme.Egov" }.Select(
            Assembly.Load)];

    // A file inside a document, and a property of the page model in an attribute.
    private static readonly string[] NoKeys = ["content.xml", "home.AppealDays"];

    private static IReadOnlyDictionary<string, Trilingual> Words => StringsFile.Read(Assemblies);

    [Test]
    public void Every_word_stands_in_three_languages_with_the_same_places_for_values()
    {
        var uneven = Words.Where(pair => Places(pair.Value.Tg) != Places(pair.Value.Ru)
            || Places(pair.Value.Tg) != Places(pair.Value.En)).Select(pair => pair.Key);

        Assert.That(uneven, Is.Empty);
    }

    [Test]
    public void Every_word_a_page_asks_for_exists()
    {
        var words = Words;

        var missing =
            from source in Sources()
            from Match use in KeyUse().Matches(source.Text)
            where !words.ContainsKey(use.Groups["key"].Value)
            select $"{source.File}: {use.Groups["key"].Value}";

        Assert.That(missing, Is.Empty);
    }

    // A key need not stand where it is asked for: rights, panels, reasons and choices carry theirs a long way.
    [Test]
    public void Every_constant_that_looks_like_a_key_is_one()
    {
        var words = Words;
        var families = words.Keys.Select(FamilyOf).ToHashSet(StringComparer.Ordinal);

        var missing =
            from source in Sources()
            from Match constant in Constant().Matches(source.Text)
            let key = constant.Groups["key"].Value
            where families.Contains(FamilyOf(key)) && !words.ContainsKey(key) && !NoKeys.Contains(key)
            select $"{source.File}: {key}";

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Every_composed_key_leads_to_words()
    {
        var words = Words;
        var families = words.Keys.Select(FamilyOf).ToHashSet(StringComparer.Ordinal);

        var missing =
            from source in Sources()
            from Match composed in AskedComposed().Matches(source.Text)
            let key = composed.Groups["key"].Value
            where families.Contains(FamilyOf(key)) && !words.Keys.Any(Pattern(key).IsMatch)
            select $"{source.File}: {key}";

        Assert.That(missing, Is.Empty);
    }

    private static readonly (string Key, IEnumerable<string> Values)[] Composed =
    [
        ("role.{0}", Enum.GetNames<Role>().Where(name => name != nameof(Role.None))),
        ("feedback.state.{0}", Enum.GetNames<AppealState>()),
        ("feedback.now.{0}", Enum.GetNames<AppealState>()),
        ("audit.appeal{0}", Enum.GetNames<AppealVerb>()),
        ("withdraw.{0}", Enum.GetNames<WithdrawalReason>()),
        ("withdraw.{0}.result", Enum.GetNames<WithdrawalReason>()),
        ("notices.{0}", Enum.GetNames<Notice>()),
        ("requests.is.{0}", NamesOf("RequestState")),
        ("requests.do.{0}", NamesOf("RequestVerb")),
        ("audit.request{0}", NamesOf("RequestVerb")),
        ("bulk.done.{0}", NamesOf("BulkAction").Select(Camel)),
        ("bulk.undo.{0}", NamesOf("BulkAction").Where(name => name != "Undo").Select(Camel)),
        ("content.is.{0}", Enum.GetNames<Stage>().Select(name => name.ToLowerInvariant())),
        ("content.missing.{0}", Cultures.All),
        ("sections.absent.{0}", Cultures.All),
        ("sections.missing.original.{0}", Cultures.All),
        ("search.found.{0}", ["one", "few", "many"]),
        ("errors.{0}.title", ["400", "403", "404", "410", "429", "500", "503"]),
        ("errors.{0}.text", ["400", "403", "404", "410", "429", "500", "503"]),
    ];

    [TestCaseSource(nameof(Composed))]
    public void A_key_made_from_a_value_exists_for_every_value((string Key, IEnumerable<string> Values) composed)
    {
        var keys = composed.Values.Select(
            value => string.Format(System.Globalization.CultureInfo.InvariantCulture, composed.Key, value)).ToList();

        Assert.That(keys, Is.Not.Empty);
        Assert.That(keys.Except(Words.Keys), Is.Empty);
    }

    [Test]
    public void Every_verb_that_is_written_into_the_log_has_its_words()
    {
        var words = Words;

        var missing =
            from source in Sources()
            from Match use in AuditVerb().Matches(source.Text)
            where !words.ContainsKey("audit." + use.Groups["verb"].Value)
            select $"{source.File}: audit.{use.Groups["verb"].Value}";

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Words_that_nobody_asks_for_are_taken_out()
    {
        var sources = Sources().ToList();
        var used = sources.SelectMany(source => Constant().Matches(source.Text))
            .Select(constant => constant.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var composed = sources.SelectMany(source => AnyComposed().Matches(source.Text))
            .Select(use => use.Groups["key"].Value)
            .Concat(sources.SelectMany(source => Joined().Matches(source.Text))
                .Select(use => use.Groups["key"].Value + "{0}"))
            .Distinct().Select(Pattern).ToList();

        var unused = Words.Keys.Where(key => !used.Contains(key) && !composed.Any(pattern => pattern.IsMatch(key)));

        Assert.That(unused, Is.Empty);
    }

    [Test]
    public void Tajik_words_are_not_Russian_ones_left_untranslated()
    {
        var untranslated = Words.Where(pair => pair.Value.Tg.Length > 25 && pair.Value.Tg == pair.Value.Ru)
            .Select(pair => pair.Key);

        Assert.That(untranslated, Is.Empty);
    }

    private static IEnumerable<(string File, string Text)> Sources() =>
        from folder in new[] { "src", "themes" }
        from file in Directory.GetFiles(Path.Combine(SourceRoot.Path, folder), "*.cs*", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        select (Path.GetRelativePath(SourceRoot.Path, file), File.ReadAllText(file));

    private static string FamilyOf(string key) => key.Split('.')[0];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string[] NamesOf(string choice) =>
        Enum.GetNames(Assembly.Load("EgovSites.Admin").GetTypes().Single(type => type.Name == choice && type.IsEnum));

    // A hole of a composed key is at least one letter.
    private static Regex Pattern(string composed) =>
        new("^" + string.Join(".+", Hole().Split(composed).Select(Regex.Escape)) + "$");

    private static string Places(string text) =>
        string.Join(',', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(
        @"\b(?:L|words)\[""(?<key>[a-zA-Z0-9.\-]+)""|\bwords\.In\([^,()]+, ""(?<key>[a-zA-Z0-9.\-]+)""|new Reason\(""(?<key>[a-zA-Z0-9.\-]+)""|Refused\(""(?<key>[a-zA-Z0-9.\-]+)""")]
    private static partial Regex KeyUse();

    [GeneratedRegex(@"(?<![$@\w])""(?<key>[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9\-]+)+)""")]
    private static partial Regex Constant();

    [GeneratedRegex(
        @"\b(?:L|words)\[\$""(?<key>[a-z][^""]*\{[^""]*)""|\bwords\.In\([^,()]+, \$""(?<key>[a-z][^""]*\{[^""]*)""|new Reason\(\$""(?<key>[a-z][^""]*\{[^""]*)""")]
    private static partial Regex AskedComposed();

    [GeneratedRegex(@"\$""(?<key>[a-z][A-Za-z0-9]*\.[^""]*\{[^""]*)""")]
    private static partial Regex AnyComposed();

    [GeneratedRegex(@"""(?<key>[a-z][A-Za-z0-9]*\.(?:[A-Za-z0-9]+\.)*)"" \+")]
    private static partial Regex Joined();

    [GeneratedRegex(@"\b[aA]udit\.Add\([^,]+,[^,""]+,[^,]*?""(?<verb>[a-zA-Z]+)""")]
    private static partial Regex AuditVerb();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
