using System.Net;
using System.Text.RegularExpressions;

namespace EgovSites.Benchmarks;

/// <summary>Somebody who is signed in and fills in forms.</summary>
internal sealed partial class BenchEditor(HttpClient client) : IDisposable
{
    public async Task<string> GetAsync(string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    /// <summary>Posts fields with the token of a page that was read before; gives the address it leads to.</summary>
    public async Task<string> PostAsync(string address, string page, params (string Name, string Value)[] fields)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(
            ("__RequestVerificationToken", Token().Match(page).Groups[1].Value)))
        {
            body.Add(new StringContent(value), name);
        }

        using var answer = await client.PostAsync(address, body);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.ToString().Split('?')[0]
            : throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();
}
