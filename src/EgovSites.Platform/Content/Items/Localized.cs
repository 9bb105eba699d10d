using System.Globalization;
using EgovSites.Platform.Localization;

namespace EgovSites.Platform.Content.Items;

/// <summary>Words inside a message that are said in the language of whoever reads it.</summary>
public sealed record Localized(Trilingual Words) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Words[(formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName];

    public override string ToString() => ToString(null, null);
}
