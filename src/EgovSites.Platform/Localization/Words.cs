using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Localization;

namespace EgovSites.Platform.Localization;

/// <summary>
/// The interface words in the culture of the request; a missing key throws, it never shows a raw key to a person.
/// </summary>
public sealed class Words(FrozenDictionary<string, Trilingual> all) : IStringLocalizer
{
    public Words(IEnumerable<Assembly> assemblies) : this(StringsFile.Read(assemblies))
    {
    }

    public IEnumerable<string> Keys => all.Keys;

    public LocalizedString this[string name] =>
        new(name, In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, name));

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentCulture, this[name].Value, arguments));

    /// <summary>One word in a named culture.</summary>
    public string In(string culture, string key) =>
        all.TryGetValue(key, out var words)
            ? words[culture]
            : throw new KeyNotFoundException($"No Strings.csv has the key '{key}'.");

    public string In(string culture, string key, params object[] arguments) =>
        string.Format(Tajik.Cultures.Get(culture), In(culture, key), arguments);

    public bool Has(string key) => all.ContainsKey(key);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => all.Keys.Select(key => this[key]);
}
