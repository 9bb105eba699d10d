namespace EgovSites.Tests.Hosting;

/// <summary>Short ways to ask the host.</summary>
public static class Asking
{
    public static async Task<Page> PageAsync(this HttpClient client, string address) =>
        await Page.ReadAsync(await client.GetAsync(address));

    /// <summary>Asks under another host name; the connection still goes to loopback.</summary>
    public static async Task<Page> PageAsync(this HttpClient client, string host, string address)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, address)
        { Headers = { Host = $"{host}:{client.BaseAddress!.Port}" } };
        return await Page.ReadAsync(await client.SendAsync(request));
    }
}
