using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Writing;

public sealed class EditorTests
{
    [Test]
    public async Task A_text_is_written_with_the_keyboard_alone()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        var keys = writer.Keys;

        await keys.TabToAsync(Writer.Text);
        await writer.Page.Keyboard.TypeAsync("Роҳи ");
        await keys.PressAsync("Control+b");
        await writer.Page.Keyboard.TypeAsync("нав");
        await keys.PressAsync("Control+b");
        await keys.PressAsync("Enter");
        await writer.Page.Keyboard.TypeAsync("## Кай");
        await keys.PressAsync("Enter");
        await writer.Page.Keyboard.TypeAsync("- баҳор");
        await keys.PressAsync("Enter");
        await writer.Page.Keyboard.TypeAsync("тобистон");

        Assert.That(await writer.MarkdownAsync(), Is.EqualTo("Роҳи **нав**\n\n## Кай\n\n- баҳор\n- тобистон"));
        Assert.That(writer.Visitor.Faults, Is.Empty);
    }

    [Test]
    public async Task The_toolbar_is_one_stop_and_arrows_go_along_it()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();

        await writer.Keys.TabToAsync(".pane.tg [data-mark='bold']");
        foreach (var passed in new[] { "italic", "strike", "sup", "sub", "h2" })
        {
            await writer.Keys.PressAsync("ArrowRight");
            await Expect(writer.Page.Locator($".pane.tg [data-mark='{passed}']")).ToBeFocusedAsync();
        }

        await writer.Keys.PressAsync("Enter");
        await writer.Page.Keyboard.TypeAsync("Сарлавҳа");

        Assert.That(await writer.MarkdownAsync(), Is.EqualTo("## Сарлавҳа"));
    }

    [Test]
    public async Task A_link_to_an_own_item_is_found_by_its_title_and_the_focus_returns()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.Keys.TabToAsync(Writer.Text);
        await writer.Page.Keyboard.TypeAsync("хабар");
        await writer.SelectAllAsync();

        await writer.Keys.PressAsync("Control+k");
        await Expect(writer.Page.Locator("#link-q")).ToBeFocusedAsync();
        await Expect(writer.Page.Locator("#ask-link .answer").First).ToBeVisibleAsync();
        await writer.Keys.PressAsync("ArrowDown");
        await writer.Keys.PressAsync("Enter");

        await Expect(writer.Page.Locator(Writer.Text)).ToBeFocusedAsync();
        Assert.That(await writer.MarkdownAsync(), Does.Match("^\\[хабар\\]\\(item:[0-9a-z]{26}\\)$"));
    }

    [Test]
    public async Task A_dangerous_address_is_refused_and_a_bare_one_completed()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.Keys.TabToAsync(Writer.Text);
        await writer.Page.Keyboard.TypeAsync("сомона");
        await writer.SelectAllAsync();
        await writer.Keys.PressAsync("Control+k");

        await writer.Page.FillAsync("#link-q", "javascript:alert(1)");
        await writer.Keys.PressAsync("Enter");
        await Expect(writer.Page.Locator("#ask-link [role=alert]")).Not.ToBeEmptyAsync();
        await writer.Page.FillAsync("#link-q", "khovar.tj/news");
        await writer.Keys.PressAsync("Enter");

        await Expect(writer.Page.Locator(Writer.Text)).ToBeFocusedAsync();
        Assert.That(await writer.MarkdownAsync(), Is.EqualTo("[сомона](https://khovar.tj/news)"));
    }

    [Test]
    public async Task A_table_grows_and_Tab_leads_through_it_and_out()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.Keys.TabToAsync(Writer.Text);
        await writer.PressAsync("table");
        await writer.Page.Keyboard.TypeAsync("Сол");
        await writer.Keys.PressAsync("Tab");
        await writer.Page.Keyboard.TypeAsync("Маблағ");
        await writer.PressAsync("rowRemove");
        await writer.PressAsync("columnAdd");

        var rows = (await writer.MarkdownAsync()).Split('\n');
        Assert.That(rows, Has.Length.EqualTo(3), string.Join('\n', rows));

        await writer.Page.ClickAsync($"{Writer.Text} tr:last-child td:last-child");
        await writer.Page.Keyboard.TypeAsync("9");
        // The editor learns of a click later than the browser does; a key pressed between them would start from the old
        // cell.
        await Expect(writer.Page.Locator(Writer.Stored)).ToHaveValueAsync(new Regex(@"9 \|$"));
        await writer.Keys.PressAsync("Tab");
        await Expect(writer.Page.Locator(Writer.Text)).Not.ToBeFocusedAsync();
    }

    // A table of uneven widths, two kinds of bullets, a quote over two lines: nothing the editor itself would write so.
    [Test]
    public async Task A_text_that_nobody_changed_is_stored_to_the_byte()
    {
        const string odd =
            "Матн бо _курсив_ ва __ғафс__\nдар ду сатр.\n\n* як\n* ду\n\n1) се\n\n|a|b|\n|-|---|\n|1|2|\n\n> иқтибос\nидома";
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SetSourceAsync(odd);
        await Expect(writer.Page.Locator($"{Writer.Text} table")).ToBeVisibleAsync();
        await writer.SaveAsync();
        Assert.That(await writer.MarkdownAsync(), Is.EqualTo(odd));

        await writer.Page.FillAsync("#tg-Title", "Номи дигар");
        await writer.Page.ClickAsync(Writer.Text);
        await writer.Page.Keyboard.TypeAsync("а");
        await writer.Keys.PressAsync("Backspace");
        await writer.SaveAsync();

        Assert.That(await writer.MarkdownAsync(), Is.EqualTo(odd));
    }

    [Test]
    public async Task What_the_editor_cannot_show_opens_as_source_with_a_reason()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SetSourceAsync("- [ ] Супориш\n- [x] Иҷро шуд");

        await Expect(writer.Page.Locator(Writer.Stored)).ToBeVisibleAsync();
        await Expect(writer.Page.Locator(".pane.tg [data-source-note]")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_comes_from_Word_keeps_its_lists_and_tables_and_nothing_else()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.Page.ClickAsync(Writer.Text);

        await writer.PasteAsync("""
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p { color: red }</style></head><body><!--StartFragment-->
            <h1 style='color:red'>Ҳисобот<o:p></o:p></h1>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]><b style='mso-bidi-font-weight:normal'>якум</b></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>дуюм</p>
            <table class=MsoTable><tr><td width=100><p>Сол</p></td><td><p>Маблағ</p></td></tr><tr><td><p>2026</p></td><td><p>5</p></td></tr></table>
            <!--EndFragment--></body></html>
            """);

        Assert.That(await writer.MarkdownAsync(),
            Is.EqualTo("## Ҳисобот\n\n- **якум**\n- дуюм\n\n| Сол | Маблағ |\n| --- | --- |\n| 2026 | 5 |"));
        Assert.That(writer.Visitor.Faults, Is.Empty);
    }

    [Test]
    public async Task Pasted_letters_of_an_old_font_are_shown_and_repaired_only_when_told()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.Page.ClickAsync(Writer.Text);
        await writer.PasteAsync("<p>Маќомоти иљроияи њокимияти давлатии шањри Роѓун</p>");
        var panel = writer.Page.Locator(".pane.tg .hygiene");

        await Expect(panel.Locator("del").First).ToHaveTextAsync("Маќомоти");
        Assert.That(await writer.MarkdownAsync(), Does.StartWith("Маќомоти"));
        await panel.Locator("button").First.ClickAsync();

        await Expect(panel).ToBeHiddenAsync();
        Assert.That(await writer.MarkdownAsync(), Is.EqualTo("Мақомоти иҷроияи ҳокимияти давлатии шаҳри Роғун"));
        await writer.Keys.PressAsync("Control+z");
        Assert.That(await writer.MarkdownAsync(), Does.StartWith("Маќомоти"));
    }

    [Test]
    public async Task Advice_follows_what_is_typed()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();

        await writer.Page.FillAsync("#tg-Title", "ХАБАРИ МУҲИМ!");

        var advice = writer.Page.Locator("#checks a[href='#tg-Title']");
        await Expect(advice.First).ToBeVisibleAsync();
        await advice.First.ClickAsync();
        await Expect(writer.Page.Locator("#tg-Title")).ToBeInViewportAsync();
    }

    [Test]
    public async Task A_picture_and_a_term_come_through_their_dialogs()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.Page.ClickAsync(Writer.Text);
        await writer.PressAsync("terms");
        await writer.Page.FillAsync("#terms-q", "молия");
        await writer.Page.Locator("#ask-terms .answer", new() { HasText = "Вазорати молия" }).ClickAsync();
        await Expect(writer.Page.Locator(Writer.Text)).ToContainTextAsync("Вазорати молия");

        await writer.PressAsync("picture");
        await writer.Page.Locator("#ask-picture .answer").First.ClickAsync();
        await writer.Page.FillAsync("#picture-alt", "Роҳи нав");
        await writer.Keys.PressAsync("Enter");

        await Expect(writer.Page.Locator($"{Writer.Text} figure img")).ToHaveAttributeAsync("alt", "Роҳи нав");
        Assert.That(await writer.MarkdownAsync(), Does.Match("!\\[Роҳи нав\\]\\(media:[0-9a-z]{26}\\)"));
    }

    [Test]
    public async Task Without_script_the_text_is_a_plain_field_and_can_be_checked()
    {
        await using var writer = await Writer.ComeAsync(hasScript: false);
        await writer.BeginAsync();
        await writer.Page.FillAsync(Writer.Stored, "Рўзи корй дар Cуғд");
        await Expect(writer.Page.Locator(".marks").First).ToBeHiddenAsync();

        await writer.Page.ClickAsync("button[value='check']");
        await writer.Page.ClickAsync("button[value='repair:tg.Body']");

        await Expect(writer.Page.Locator(Writer.Stored)).ToHaveValueAsync("Рӯзи корӣ дар Суғд");
    }

    [Test]
    public async Task A_text_with_everything_serves_everybody()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SetSourceAsync(
            "Матн **ғафс** ва [пайванд](https://khovar.tj).\n\n## Сарлавҳа\n\n- як\n- ду\n\n> иқтибос\n\n| Сол | Маблағ |\n| --- | --- |\n| 2026 | Рўзи корй дар ноҳия |");
        await writer.Page.ClickAsync($"{Writer.Text} td");
        await writer.PressAsync("check");
        await Expect(writer.Page.Locator(".pane.tg .hygiene")).ToBeVisibleAsync();
        await Expect(writer.Page.Locator("#checks del").First).ToBeVisibleAsync();

        await writer.Visitor.AssertSoundAsync("desk-writing");
    }
}
