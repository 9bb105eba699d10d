using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.SignIn;

public class SignInTests
{
    private const string Address = "/admin/sign-in";

    [Test]
    public async Task An_unknown_address_and_a_wrong_password_look_the_same()
    {
        var host = await SharedHost.GetAsync();
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        using var browser = new DeskClient(host);

        var wrong = await browser.PostAsync(Address, Address, ("Email", known.Email), ("Password", "not the password"));
        var unknown = await browser.PostAsync(Address, Address, ("Email", "nobody@example.tj"), ("Password", "not the password"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong.Status, Is.EqualTo(422));
            Assert.That(unknown.Status, Is.EqualTo(422));
            Assert.That(unknown.All("main [role=alert]"), Is.EqualTo(wrong.All("main [role=alert]")));
        }
    }

    [Test]
    public async Task Five_wrong_tries_close_the_account_even_to_the_right_password()
    {
        var host = await SharedHost.GetAsync();
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        using var browser = new DeskClient(host);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.PostAsync(Address, Address, ("Email", known.Email), ("Password", "not the password"));
        }

        var right = await browser.PostAsync(Address, Address, ("Email", known.Email), ("Password", DeskClient.Password));

        Assert.That(right.Status, Is.EqualTo(422));
    }

    [TestCase("https://example.com/admin")]
    [TestCase("//example.com/admin")]
    [TestCase("/tg/")]
    public async Task Signing_in_never_leads_out_of_the_back_office(string returnUrl)
    {
        var host = await SharedHost.GetAsync();
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        using var browser = new DeskClient(host);
        var address = $"{Address}?ReturnUrl={Uri.EscapeDataString(returnUrl)}";

        var entered = await browser.PostAsync(address, address, ("Email", known.Email), ("Password", DeskClient.Password));

        Assert.That(entered.Response.Headers.Location?.ToString(), Is.EqualTo("/admin"));
    }
}
