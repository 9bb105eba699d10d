using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Media;

/// <summary>All that is said about a file, as somebody typed it.</summary>
public sealed record MediaWords(
    Trilingual Alt, Trilingual Caption, bool Decorative, string Credit, string Folder, int FocusX, int FocusY)
{
    public const int MaxAlt = 300;
    public const int MaxCaption = 500;
    public const int MaxCredit = 200;

    /// <summary>
    /// The same with clean texts; the reasons name <c>alt</c>, <c>caption</c>, <c>credit</c>, <c>folder</c> or
    /// <c>focus</c>.
    /// </summary>
    public (MediaWords Words, IReadOnlyList<Reason> Problems) Checked()
    {
        var problems = new List<Reason>();
        var (folder, wrongFolder) = FolderPath.Read(Folder);
        var (credit, wrongCredit) = PlainText.Read(Credit, MaxCredit);
        Add(problems, wrongFolder?.At("folder"));
        Add(problems, wrongCredit?.At("credit"));
        Add(problems, FocusX is < 0 or > 100 || FocusY is < 0 or > 100 ? new Reason("media.focus").At("focus") : null);
        var clean = this with
        {
            Folder = folder,
            Credit = credit,
            Alt = Read(Alt, "alt", MaxAlt, problems),
            Caption = Read(Caption, "caption", MaxCaption, problems)
        };
        return (clean, problems);
    }

    /// <summary>Writes all of it onto the file, but for what hangs on its pixels.</summary>
    internal void PutInto(MediaFile file)
    {
        (file.Alt, file.Caption, file.Decorative) = (Alt, Caption, Decorative);
        (file.Credit, file.Folder, file.FocusX, file.FocusY) = (Credit, Folder, FocusX, FocusY);
    }

    private static Trilingual Read(Trilingual typed, string field, int limit, List<Reason> problems)
    {
        foreach (var culture in Cultures.All)
        {
            var (text, problem) = PlainText.Read(typed[culture], limit);
            Add(problems, problem?.At(field, culture));
            typed = typed.With(culture, text);
        }

        return typed;
    }

    private static void Add(List<Reason> problems, Reason? problem) =>
        problems.AddRange(problem is null ? [] : [problem]);
}
