namespace EgovSites.Platform.Theming.Frames;

/// <summary>The band's colour under each accent, as the stylesheet has it by day.</summary>
public static class AccentBand
{
    public static string Of(string accent) => accent switch
    {
        "firuza" => "#07454e",
        "lojvard" => "#163869",
        "anor" => "#701422",
        "zardolu" => "#653506",
        "tut" => "#452b68",
        _ => "#084a2f",
    };
}
