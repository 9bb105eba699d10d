using System.Text.Json.Nodes;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Aggregation;

/// <summary>Publishes on an agency's site and waits until the portal has heard of it.</summary>
internal sealed class PressOffice(SiteHost host, string tenant)
{
    private static readonly Actor Officer = new("officer", "Press officer", Role.Editor);

    public async Task<string> PublishAsync(
        ContentType type, FieldValues shared, params (string Culture, string Title)[] words)
    {
        var id = "";
        await DoAsync<SaveDraft>(
            async save => id = (await save.CreateAsync(Officer, type, new ItemDraft(shared, Words(words), 0))).ItemId);
        await DoAsync<Publish>(async publish =>
            Assert.That((await publish.RunAsync(Officer, id, [.. words.Select(word => word.Culture)]))
                .Reasons, Is.Empty));
        return id;
    }

    public Task<string> PublishAsync(ContentType type, params (string Culture, string Title)[] words) =>
        PublishAsync(type, new FieldValues(), words);

    public async Task RenameAsync(string id, int basedOn, string culture, string title)
    {
        await DoAsync<SaveDraft>(
            save => save.UpdateAsync(Officer, id, new ItemDraft(new FieldValues(), Words((culture, title)), basedOn)));
        await DoAsync<Publish>(publish => publish.RunAsync(Officer, id, [culture]));
    }

    public Task WithdrawAsync(string id, params string[] cultures) =>
        DoAsync<Withdraw>(
            withdraw => withdraw.RunAsync(Officer, id, cultures, new Withdrawal(WithdrawalReason.InError)));

    private async Task DoAsync<T>(Func<T, Task> verb) where T : notnull
    {
        await using (var scope = host.ScopeOf(tenant))
        {
            await verb(scope.ServiceProvider.GetRequiredService<T>());
        }

        await host.HandOverAsync();
    }

    private static Dictionary<string, FieldValues> Words(params (string Culture, string Title)[] words) =>
        words.ToDictionary(word => word.Culture, word =>
        {
            var values = new FieldValues();
            (values["Title"], values["Summary"]) = (JsonValue.Create(word.Title), JsonValue.Create("Муқаддима"));
            return values;
        });
}
