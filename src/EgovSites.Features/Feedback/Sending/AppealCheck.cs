using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Running;

namespace EgovSites.Features.Feedback.Sending;

internal sealed class AppealCheck
{
    public const string Topics = "appeal-topics";

    private const int TextLength = 8000;

    private readonly List<Reason> _problems = [];

    public static (AppealContent Content, IReadOnlyList<Reason> Problems) Read(AppealInput typed, Standard standard)
    {
        var check = new AppealCheck();
        var content = new AppealContent(
            check.Choice("kind", typed.Kind, standard.Appeals.Kinds, isRequired: true),
            check.Choice("topic", typed.Topic, standard.Taxonomies[Topics]
                .Terms.Select(term => term.Value), isRequired: false),
            check.Line("name", typed.Name, 120),
            check.Phone(typed.Phone),
            check.Email(typed.Email),
            check.Line("address", typed.Address, 200),
            check.Line("subject", typed.Subject, 150),
            check.Written("text", PlainText.Read(typed.Text, TextLength, isOfCitizen: true)));
        if (!typed.Consent)
        {
            check.Add(new Reason("feedback.required.consent").At("consent"));
        }

        return (content, check._problems);
    }

    private string Choice(string field, string typed, IEnumerable<string> known, bool isRequired)
    {
        if (typed.Length == 0 && !isRequired)
        {
            return "";
        }

        if (!known.Contains(typed, StringComparer.Ordinal))
        {
            Add(new Reason($"feedback.required.{field}").At(field));
        }

        return typed;
    }

    private string Line(string field, string typed, int maxLength) =>
        Written(field, PlainText.ReadLine(typed, maxLength, isOfCitizen: true));

    private string Written(string field, (string Text, Reason? Problem) read)
    {
        var (text, problem) = read;
        Add(problem?.At(field) ?? (text.Length == 0 ? new Reason($"feedback.required.{field}").At(field) : null));
        return text;
    }

    private string Phone(string typed)
    {
        var phone = typed.Trim() is { Length: > 0 } text ? PhoneField.Parse(text) : "";
        Add(phone is null ? new Reason("field.phone").At("phone") : null);
        return phone ?? "";
    }

    private string Email(string typed)
    {
        var email = EmailField.Clean(typed);
        Add(email.Length > 0 && !EmailField.IsEmail(email) ? new Reason("field.email").At("email") : null);
        return email;
    }

    private void Add(Reason? problem)
    {
        if (problem is not null)
        {
            _problems.Add(problem);
        }
    }
}
