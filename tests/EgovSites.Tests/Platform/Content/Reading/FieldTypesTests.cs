using System.Text.Json;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Localization;

namespace EgovSites.Tests.Platform.Content.Reading;

public class FieldTypesTests
{
    [TestCase("Text", "Хабари нав", "\"Хабари нав\"")]
    [TestCase("Number", "12", "12")]
    [TestCase("Money", "1 484,80", "1484.80")]
    [TestCase("Boolean", "true", "true")]
    [TestCase("Date", "09.09.2026", "\"2026-09-09\"")]
    [TestCase("DateTime", "2026-09-09T14:30", "\"2026-09-09T09:30:00Z\"")]
    [TestCase("Email", "info@moliya.tj", "\"info@moliya.tj\"")]
    [TestCase("Phone", "(+992 37) 221-00-00", "\"+992372210000\"")]
    [TestCase("Phone", "112", "\"112\"")]
    [TestCase("Choice", "one", "\"one\"")]
    public void What_was_typed_becomes_a_value(string type, string typed, string json)
    {
        var reading = Read(type, typed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Problem, Is.Null);
            Assert.That(JsonSerializer.Serialize(reading.Value, Readable), Is.EqualTo(json));
        }
    }

    [TestCase("Markdown", "<iframe src=x>", "field.markup")]
    [TestCase("Number", "дувоздаҳ", "field.number")]
    [TestCase("Number", "-1", "field.range")]
    [TestCase("Date", "31.02.2026", "field.date")]
    [TestCase("Date", "01.01.0001", "field.date")]
    [TestCase("Date", "31.12.1989", "field.date")]
    [TestCase("Date", "01.01.2200", "field.date")]
    [TestCase("DateTime", "пагоҳ", "field.dateTime")]
    [TestCase("DateTime", "0226-09-09T14:30", "field.dateTime")]
    [TestCase("Email", "info@", "field.email")]
    [TestCase("Email", "a@b.tj\nBcc: x@y.tj", "field.email")]
    [TestCase("Phone", "12", "field.phone")]
    [TestCase("Choice", "three", "field.choice")]
    public void What_cannot_be_accepted_says_why(string type, string typed, string key) =>
        Assert.That(Read(type, typed).Problem?.Key, Is.EqualTo(key));

    [TestCase("Text", "SMSҳо ва PDFро")]
    [TestCase("Text", "x<y ва y>z")]
    [TestCase("Text", "<ivan>")]
    [TestCase("Markdown", "x<y ва y>z")]
    [TestCase("Email", "a&b%c?d'e+f@namuna.tj")]
    [TestCase("Email", "почта@намуна.рф")]
    public void Honest_text_is_taken_as_it_is(string type, string typed) =>
        Assert.That(Read(type, typed).Value?.GetValue<string>(), Is.EqualTo(typed));

    [Test]
    public void A_line_stays_one_line() =>
        Assert.That(Read("Text", "Annual\u000Bmeeting").Value?.GetValue<string>(), Is.EqualTo("Annual meeting"));

    [Test]
    public void A_text_that_is_too_long_says_by_how_much()
    {
        var problem = Read("Text", new string('а', 201)).Problem;

        Assert.That(problem?.Arguments, Is.EqualTo(new object[] { 200, 201 }));
    }

    [TestCase(">")]
    [TestCase("- ")]
    public void A_text_nested_without_end_is_refused_instead_of_breaking_the_page(string mark) =>
        Assert.That(Read("Markdown", string.Concat(Enumerable.Repeat(mark, 2000)) + "матн")
            .Problem?.Key, Is.EqualTo("field.tooDeep"));

    [TestCase("javascript:alert(1)")]
    [TestCase("JaVaScRiPt:alert(1)")]
    [TestCase("java\tscript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("//evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("https://ex ample.org")]
    public void A_link_that_could_run_or_lead_astray_is_refused(string url) =>
        Assert.That(Links.IsSafe(url), Is.False);

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static FieldReading Read(string type, string typed) =>
        FieldTypes.Find(type)!.Read(Definition(type), FieldInput.Of(typed));

    private static FieldDefinition Definition(string type) => new()
    {
        Name = "Field",
        Type = type,
        Label = Trilingual.Empty,
        Hint = null,
        Localizable = false,
        Required = Required.Never,
        Settings = JsonDocument.Parse("""
            {"options":[{"value":"one","label":{"tg":"як","ru":"один","en":"one"}},{"value":"two","label":{"tg":"ду","ru":"два","en":"two"}}]}
            """).RootElement,
    };
}
