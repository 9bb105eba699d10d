namespace EgovSites.BrowserTests.Browsing;

/// <summary>A yardstick that finds nothing proves nothing.</summary>
public sealed class LookingTests
{
    private const string Spoil = """
        () => {
          const picture = document.createElement('img');
          picture.src = '/no-such-picture.png';
          const pale = document.createElement('p');
          pale.textContent = 'pale';
          pale.style.setProperty('color', '#bbb');
          pale.style.setProperty('width', '500px');
          document.querySelector('main').append(picture, pale);
          console.error('spoilt');
          return new Promise(done => picture.addEventListener('error', done));
        }
        """;

    [Test]
    public async Task A_spoilt_page_is_found_out()
    {
        await using var visitor = await Visitor.ComeAsync(Screen.Phone);
        await visitor.OpenAsync("/tg/agencies");
        Assert.That(await visitor.FindFaultsAsync(Screen.Phone), Is.Empty);

        await visitor.Page.EvaluateAsync(Spoil);

        var faults = await visitor.FindFaultsAsync(Screen.Phone);
        using (Assert.EnterMultipleScope())
        {
            foreach (var expected in new[] { "404: ", "console: spoilt", "scrolls sideways", "image-alt",
                "color-contrast" })
            {
                Assert.That(faults, Has.Some.Contains(expected));
            }
        }
    }

    [Test]
    public async Task A_request_to_another_origin_is_found_out()
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync("/tg/agencies");

        await visitor.Page.EvaluateAsync("() => fetch('http://localhost:9/').catch(() => {})");

        Assert.That(visitor.Faults, Is.Not.Empty);
    }
}
