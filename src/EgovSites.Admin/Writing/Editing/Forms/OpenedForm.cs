using System.Globalization;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// One showing of an item's form in one tab: when it was opened, and a name that its posts and autosaves carry.
/// </summary>
public sealed record OpenedForm(DateTimeOffset At, string Name)
{
    public const string Control = "opened";

    public static OpenedForm New(DateTimeOffset now) =>
        new(now, string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}-{Ids.New()}"));

    /// <summary>What a post names; a post without it counts as opened now.</summary>
    public static OpenedForm Of(IFormCollection posted, DateTimeOffset now)
    {
        var name = posted[Control].ToString();
        return name.Split('-') is [var at, var id] && Ids.IsId(id)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= now.ToUnixTimeMilliseconds()
            ? new OpenedForm(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), name)
            : New(now);
    }
}
