using EgovSites.Platform.Content.Definitions;


namespace EgovSites.Tests.Platform.Content.Definitions;

public class StandardReaderTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0");

    [Test]
    public void The_shipped_standard_reads_and_has_its_twelve_types()
    {
        var standard = StandardReader.Read(Shipped);

        Assert.That(standard.Types.Select(type => type.Section), Is.EquivalentTo(
        [
            "pages", "news", "announcements", "vacancies", "documents", "leadership", "contacts", "events", "services",
            "questions", "albums", "tenders",
        ]));
    }

    [TestCase("\"expires\": false", "\"expires\": \"maybe\"", "news.json", TestName = "A_behaviour_that_is_no_answer")]
    [TestCase("\"expires\": false", "\"expires\": true", "DeadlinePart", TestName = "What_expires_without_a_deadline")]
    [TestCase(
        "\"section\": \"news\"", "\"section\": \"vacancies\"", "same section", TestName = "Two_types_in_one_section")]
    [TestCase("\"section\": \"news\"", "\"section\": \"No Section\"", "lower-case Latin",
        TestName = "A_section_that_is_no_address")]
    [TestCase("\"TitlePart\"", "\"SubtitlePart\"", "line", TestName = "A_part_nobody_knows")]
    [TestCase("\"type\": \"Link\"", "\"type\": \"Hologram\"", "Hologram", TestName = "A_field_type_nobody_knows")]
    [TestCase("\"searchable\": true,", "", "searchable", TestName = "A_behaviour_left_unsaid")]
    [TestCase(
        "\"reviewEveryDays\": null,", "\"reviewEveryDays\": 0,", "1 to 3650 days", TestName = "A_review_every_no_days")]
    [TestCase("\"reviewEveryDays\": null,", "", "reviewEveryDays", TestName = "A_review_left_unsaid")]
    [TestCase("\"icon\"", "\"ikon\"", "line", TestName = "A_misspelt_property")]
    public void A_wrong_declaration_stops_with_file_line_and_reason(string right, string wrong, string reason)
    {
        using var copy = new CopiedStandard();
        copy.Replace("types/news.json", right, wrong);

        Assert.That(() => StandardReader.Read(copy.Folder), Throws.TypeOf<StandardException>()
            .With.Message.Contains("line").And.Message.Contains(reason).And.Message.Contains(".json"));
    }

    [TestCase("Headline", TestName = "A_filter_over_no_field")]
    [TestCase("Title", TestName = "A_filter_over_words")]
    public void A_filter_that_is_no_shared_choice_or_date_is_refused(string filter)
    {
        using var copy = new CopiedStandard();
        copy.Replace("types/news.json", "\"pageSize\": ", $"\"filters\": [\"{filter}\"], \"pageSize\": ");

        Assert.That(() => StandardReader.Read(copy.Folder), Throws.TypeOf<StandardException>()
            .With.Message.Contains($"the filter '{filter}'"));
    }

    private sealed class CopiedStandard : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("egov-standard-").FullName;

        public CopiedStandard()
        {
            foreach (var file in Directory.GetFiles(Shipped, "*.json", SearchOption.AllDirectories))
            {
                var target = Path.Combine(Folder, Path.GetRelativePath(Shipped, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public void Replace(string file, string right, string wrong)
        {
            var path = Path.Combine(Folder, file);
            var text = File.ReadAllText(path);
            Assert.That(text, Does.Contain(right), "the test replaces what is there");
            File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
