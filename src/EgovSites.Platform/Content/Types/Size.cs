using System.Globalization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Content.Types;

/// <summary>A number of bytes inside a message, said in the language of whoever reads it.</summary>
public sealed record Size(long Bytes) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Numbers.FileSize(Bytes, (formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture)
            .TwoLetterISOLanguageName);

    public override string ToString() => ToString(null, null);
}
