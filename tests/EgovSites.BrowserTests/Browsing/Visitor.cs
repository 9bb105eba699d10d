using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Browsing;

/// <summary>Somebody with a browser window of their own; whatever goes wrong behind a page is written down.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const int Patience = 60_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Heard(message);
        page.PageError += (_, error) => _faults.Add($"script: {error}");
        page.Request += (_, request) => Asked(request);
        page.Response += (_, response) => Answered(response);
        page.RequestFailed += (_, request) => Failed(request);
    }

    public IPage Page { get; }

    /// <summary>Console errors, requests that failed and requests to other origins.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static async Task<Visitor> ComeAsync(Screen? screen = null, bool hasScript = true,
        ColorScheme scheme = ColorScheme.Light, string? session = null, string locale = "ru-RU")
    {
        var context = await BrowserRun.Browser.NewContextAsync(new()
        {
            BaseURL = BrowserRun.Host.Address.AbsoluteUri,
            Locale = locale,
            JavaScriptEnabled = hasScript,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
            ViewportSize = (screen ?? Screen.Desk).Size,
        });
        context.SetDefaultTimeout(Patience);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <summary>Opens an address and gives its status.</summary>
    public async Task<int> OpenAsync(string address) => (await Page.GotoAsync(address))!.Status;

    /// <summary>Cuts the line to the server, or mends it.</summary>
    public Task CutLineAsync(bool isCut) => _context.SetOfflineAsync(isCut);

    /// <summary>Passes over what went wrong so far, where it was meant to.</summary>
    public void Forget() => _faults.Clear();

    public Task<string> SessionAsync() => _context.StorageStateAsync();

    public async Task<IReadOnlyList<string>> CookiesAsync() =>
        [.. (await _context.CookiesAsync()).Select(cookie => cookie.Name)];

    public ValueTask DisposeAsync() => new(_context.CloseAsync());

    private void Heard(IConsoleMessage message)
    {
        // Said of every answer from 400 on; those of the page itself are meant, the others are heard of in Answered.
        if (message.Type is "error" or "warning"
            && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _faults.Add($"console: {message.Text}");
        }
    }

    private void Asked(IRequest request)
    {
        if (new Uri(request.Url) is { Scheme: "http" or "https" } address && !BrowserRun.Host.Address.IsBaseOf(address))
        {
            _faults.Add($"other origin: {request.Url}");
        }
    }

    private void Answered(IResponse response)
    {
        if (response.Status >= 400 && !response.Request.IsNavigationRequest)
        {
            _faults.Add($"{response.Status}: {response.Url}");
        }
    }

    private void Failed(IRequest request)
    {
        // A page that is left stops its prefetch.
        if (request.Failure != "net::ERR_ABORTED")
        {
            _faults.Add($"{request.Failure}: {request.Url}");
        }
    }
}
