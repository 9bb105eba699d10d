using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Writing.Editing;

public class KeptBytesTests
{
    // As an import may leave it: two spaces for a line break, a no-break space at an end, line ends of Windows.
    private const string Stored = "Сатр  \nсатри дуюм\r\n\r\n* як\u00A0\r\n* ду\n";

    [Test]
    public async Task A_text_sent_back_as_it_was_shown_is_stored_to_the_byte()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        await using var scope = TestDesk.Open(host);
        var id = await scope.SaveAsync(("tg", "Матни кӯҳна"));
        await scope.UpdateAsync(id, 1, Stored, ("tg", "Матни кӯҳна"));
        var address = $"/admin/sites/{SiteHost.Agency}/content/{id}";

        var form = await desk.GetAsync(address);
        var shown = form.Document.QuerySelector("#tg-Body")!.TextContent.ReplaceLineEndings("\r\n");
        await desk.PostAsync(address, address, ("revision", "2"), ("tg.Title", "Номи нав"), ("tg.Summary", "Муқаддима"),
            ("tg.Body", shown), ("verb", "save"));

        scope.Db.ChangeTracker.Clear();
        var words = await scope.Db.Set<Translation>().AsNoTracking()
            .SingleAsync(row => row.ItemId == id && row.Culture == "tg");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(words.Title, Is.EqualTo("Номи нав"));
            Assert.That(words.Fields.Text("Body"), Is.EqualTo(Stored));
        }
    }
}
