using System.Text.Json.Nodes;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Hosting;

/// <summary>A scope of one tenant with short ways to save and look.</summary>
public sealed class TestDesk(AsyncServiceScope scope, ContentType type) : IAsyncDisposable
{
    public static Actor Officer { get; } = new("officer", "Press officer", Role.Editor);

    /// <summary>The type whose items the short ways save.</summary>
    public ContentType Type => type;

    public SiteDbContext Db => Do<SiteDbContext>();

    public static async Task<TestDesk> OpenAsync(string tenant = SiteHost.Agency)
    {
        return Open(await SharedHost.GetAsync(), tenant);
    }

    public static TestDesk Open(SiteHost host, string tenant = SiteHost.Agency)
    {
        var type = host.Services.GetRequiredService<Standards>()
            .Newest.Types.First(type => type.Behaviours.ArchivedByMonth);
        return new TestDesk(host.ScopeOf(tenant), type);
    }

    public T Do<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public async Task<string> SaveAsync(params (string Culture, string Title)[] words) =>
        (await Do<SaveDraft>().CreateAsync(Officer, type, DraftOf(0, null, words))).ItemId;

    public Task<Outcome> UpdateAsync(string id, int basedOn, params (string Culture, string Title)[] words) =>
        Do<SaveDraft>().UpdateAsync(Officer, id, DraftOf(basedOn, null, words));

    public Task<Outcome> UpdateAsync(string id, int basedOn, string body, (string Culture, string Title) words) =>
        Do<SaveDraft>().UpdateAsync(Officer, id, DraftOf(basedOn, body, [words]));

    public Task<List<Publication>> FindAsync(string id) =>
        Db.Set<Publication>().AsNoTracking().Where(row => row.ItemId == id).ToListAsync();

    /// <summary>Saves and publishes an item in the given cultures; gives its id.</summary>
    public async Task<string> PublishAsync(params (string Culture, string Title)[] words)
    {
        var id = await SaveAsync(words);
        var outcome = await Do<Publish>().RunAsync(Officer, id, [.. words.Select(pair => pair.Culture)]);
        Assert.That(outcome.Reasons, Is.Empty);
        return id;
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private static ItemDraft DraftOf(int basedOn, string? body, (string Culture, string Title)[] words) => new(
        new FieldValues(),
        words.ToDictionary(pair => pair.Culture, pair =>
        {
            var values = new FieldValues();
            values["Title"] = pair.Title.Length > 0 ? JsonValue.Create(pair.Title) : null;
            values["Summary"] = JsonValue.Create("Муқаддима");
            values["Body"] = body is null ? null : JsonValue.Create(body);
            return values;
        }),
        basedOn);
}
