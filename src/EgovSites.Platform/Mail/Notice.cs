namespace EgovSites.Platform.Mail;

/// <summary>What an editor may ask to be written about.</summary>
public enum Notice
{
    /// <summary>A citizen sent an appeal.</summary>
    Appeals,

    /// <summary>Somebody asks for a translation.</summary>
    Translations,

    /// <summary>Something waits to be reviewed.</summary>
    Reviews,

    /// <summary>Something scheduled did not happen.</summary>
    Failures,
}
