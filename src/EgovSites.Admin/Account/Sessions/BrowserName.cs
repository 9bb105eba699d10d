namespace EgovSites.Admin.Account.Sessions;

/// <summary>Browser and system by the names their makers gave them, out of the line every browser sends.</summary>
public static class BrowserName
{
    // The order matters: each of them claims to be those after it as well.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser/", "Yandex Browser"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Edg", "Edge"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(string agent) =>
        string.Join(", ", new[] { Find(Browsers, agent), Find(Systems, agent) }.OfType<string>());

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(pair => agent.Contains(pair.Mark, StringComparison.Ordinal)).Name;
}
