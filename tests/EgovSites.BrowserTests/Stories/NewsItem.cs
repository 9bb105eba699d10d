namespace EgovSites.BrowserTests.Stories;

/// <summary>What a press officer writes in one language.</summary>
public sealed record NewsItem(string Title, string Summary, string Body, string PictureText)
{
    public static IReadOnlyDictionary<string, NewsItem> InThreeLanguages { get; } = new Dictionary<string, NewsItem>
    {
        ["tg"] = new(
            "Вазорат барои таъмири беморхонаҳои деҳот маблағи иловагӣ ҷудо кард",
            "Дар даҳ деҳа бунгоҳҳои тиббӣ то баҳор таъмир мешаванд.",
            "Маблағ аз захираи буҷети давлатӣ гирифта шуд.\n\n## Кай сар мешавад\nКор дар моҳи декабр оғоз меёбад ва **то 1 апрел** анҷом дода мешавад.",
            "Беморхонаи нави деҳа дар доманаи кӯҳ"),
        ["ru"] = new(
            "Министерство выделило дополнительные средства на ремонт сельских больниц",
            "В десяти сёлах медпункты отремонтируют до весны.",
            "Средства взяты из резерва государственного бюджета.\n\n## Когда начнут\nРаботы начнутся в декабре и закончатся **до 1 апреля**.",
            "Новая сельская больница у подножия горы"),
        ["en"] = new(
            "The Ministry has set aside more money for the repair of village hospitals",
            "Health posts in ten villages will be repaired by spring.",
            "The money comes from the reserve of the state budget.\n\n## When it begins\nThe work begins in December and ends **by 1 April**.",
            "A new village hospital at the foot of a mountain"),
    };
}
