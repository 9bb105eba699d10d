using System.Text.Json.Nodes;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Media;

/// <summary>A press officer of one site with pictures at hand.</summary>
public sealed class MediaDesk(SiteHost host, string tenant) : IAsyncDisposable
{
    public static readonly Trilingual Words = new("Мактаб", "Школа", "A school");

    private readonly AsyncServiceScope _scope = host.ScopeOf(tenant);

    public SiteHost Host => host;

    public static Actor Officer => TestDesk.Officer;

    public static byte[] Picture { get; } =
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0", "media", "school.jpg"));

    public SiteDbContext Db => Do<SiteDbContext>();

    public Tenant Tenant => Do<CurrentTenant>().Tenant;

    public static async Task<MediaDesk> OpenAsync(string tenant = SiteHost.Agency) =>
        new(await SharedHost.GetAsync(), tenant);

    public T Do<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async Task<(MediaFile? File, Reason? Problem)> TryAddAsync(string name, Stream content)
    {
        var taken = await Do<MediaStore>().AddAsync(Db, Tenant, content, name, Trilingual.Empty, "test");
        await Db.SaveChangesAsync();
        return taken;
    }

    public Task<(MediaFile? File, Reason? Problem)> TryAddAsync(string name, byte[] content) =>
        TryAddAsync(name, new MemoryStream(content));

    public async Task<MediaFile> AddAsync(string name = "school.jpg", Trilingual? alt = null, byte[]? content = null)
    {
        var (file, problem) = await TryAddAsync(name, content ?? Picture);
        Assert.That(problem, Is.Null);
        file!.Alt = alt ?? Words;
        await Db.SaveChangesAsync();
        return file;
    }

    /// <summary>A draft in three languages that shows the picture, or none.</summary>
    public async Task<string> SaveAsync(string mediaId, params (string Culture, string Body)[] texts)
    {
        var type = Do<Standards>().Newest.Types.First(type => type.Behaviours.ArchivedByMonth);
        var shared = mediaId.Length > 0 ? new FieldValues { [FieldNames.Picture] = MediaField.Of(mediaId) }
            : new FieldValues();
        var words = new[] { "tg", "ru", "en" }.ToDictionary(culture => culture, culture => new FieldValues
        {
            ["Title"] = JsonValue.Create($"Мавод бо сурат {culture}"),
            ["Summary"] = JsonValue.Create("Муқаддима"),
            ["Body"] = texts.FirstOrDefault(text => text.Culture == culture).Body is { } body ? JsonValue.Create(body)
                : null,
        });
        return (await Do<SaveDraft>().CreateAsync(Officer, type, new ItemDraft(shared, words, 0))).ItemId;
    }

    public Task<Outcome> PublishAsync(string itemId, params string[] cultures) =>
        Do<Publish>().RunAsync(Officer, itemId, cultures.Length > 0 ? cultures : ["tg", "ru", "en"]);

    public async Task<string> ShowAsync(string mediaId)
    {
        var id = await SaveAsync(mediaId);
        Assert.That((await PublishAsync(id)).Reasons, Is.Empty);
        return id;
    }

    /// <summary>
    /// Publishes a page whose Tajik text links to the file, so that visitors may have it; gives the item's id.
    /// </summary>
    public async Task<string> NameAsync(MediaFile file)
    {
        var id = await SaveAsync("", ("tg", $"[Ҳуҷҷат](media:{file.Id})"));
        Assert.That((await PublishAsync(id, "tg")).Reasons, Is.Empty);
        return id;
    }

    public Task<Outcome> WithdrawAsync(string itemId, WithdrawalReason reason, params string[] cultures) =>
        Do<Withdraw>().RunAsync(
        Officer, itemId, cultures.Length > 0 ? cultures
            : ["tg", "ru", "en"], new Withdrawal(reason, reason == WithdrawalReason.Moved ? "/tg/news" : ""));

    public async Task<int> StatusAsync(MediaFile file, string name = "original") =>
        (int)(await AskAsync(file, name)).StatusCode;

    public Task<MediaFile> ReadAsync(string id) =>
        Db.Set<MediaFile>().AsNoTracking().SingleAsync(file => file.Id == id);

    public Task<Publication> PublicationAsync(string itemId, string culture = "tg") =>
        Db.Set<Publication>().AsNoTracking().SingleAsync(row => row.ItemId == itemId && row.Culture == culture);

    /// <summary>What a visitor gets once a page names the file.</summary>
    public async Task<HttpResponseMessage> GetAsync(MediaFile file, string name)
    {
        if (!await Db.Set<PublishedFile>().AnyAsync(row => row.MediaId == file.Id)
            && await Db.Set<MediaFile>().AnyAsync(row => row.Id == file.Id && row.BinnedAt == null))
        {
            await NameAsync(file);
        }

        return await AskAsync(file, name);
    }

    /// <summary>What a visitor gets as things stand.</summary>
    public async Task<HttpResponseMessage> AskAsync(MediaFile file, string name)
    {
        using var client = host.Client();
        return await client.GetAsync($"/site/{Tenant.Slug}/media/{file.Id}/{name}");
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
