using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Stories;

/// <summary>Somebody who writes to an agency in Tajik.</summary>
public sealed class Citizen(Visitor visitor, string agency)
{
    private IPage Page => visitor.Page;

    public async Task<Receipt> SendAsync(Appeal appeal)
    {
        await OpenFormAsync();
        await FillAsync(appeal);
        await SubmitAsync();
        return await ReadReceiptAsync();
    }

    public Task OpenFormAsync() => visitor.OpenAsync($"/site/{agency}/tg/feedback");

    public async Task FillAsync(Appeal appeal)
    {
        await Page.CheckAsync($"input[name=kind][value={appeal.Kind}]");
        await Page.FillAsync("#name", appeal.Name);
        await Page.FillAsync("#address", appeal.Address);
        await Page.FillAsync("#subject", appeal.Subject);
        await Page.FillAsync("#text", appeal.Text);
        await Page.CheckAsync("#consent");
    }

    public Task SubmitAsync() => Page.ClickAsync("form[data-draft] button");

    public async Task<Receipt> ReadReceiptAsync()
    {
        var facts = Page.Locator("[data-draft-sent] .facts dd");
        return new Receipt((await facts.Nth(0).InnerTextAsync()).Trim(), (await facts.Nth(1).InnerTextAsync()).Trim());
    }

    public async Task AskForStatusAsync(Receipt receipt)
    {
        await visitor.OpenAsync($"/site/{agency}/tg/feedback/status");
        await Page.FillAsync("#number", receipt.Number);
        await Page.FillAsync("#code", receipt.Code);
        await Page.ClickAsync("form[data-draft] button");
    }
}
