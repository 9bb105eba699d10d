namespace EgovSites.BrowserTests.Stories;

/// <summary>What a citizen writes.</summary>
public sealed record Appeal(string Kind, string Name, string Address, string Subject, string Text)
{
    public static Appeal AboutTheRoad { get; } = new(
        "proposal",
        "Каримова Зебо",
        "шаҳри Ваҳдат, кӯчаи Рӯдакӣ, хонаи 12",
        "Чароғҳои кӯчаи Рӯдакӣ",
        "Чароғҳои назди мактаб аз моҳи сентябр фурӯзон намешаванд.\n\nИлтимос, то сар шудани зимистон таъмир кунед.");

    public static Appeal AboutThePension { get; } = new(
        "request",
        "Раҳимов Ҷамшед",
        "шаҳри Душанбе, кӯчаи Айнӣ, хонаи 45",
        "Ҳисоби нафақаи падарам",
        "Падарам аз моҳи июл нафақа мегирад. Ҳисоби он аз кадом маош карда шуд?\n\nИлтимос, варақаи ҳисобро фиристед.");
}
