namespace EgovSites.Platform.Mail;

/// <summary>One kind of letter that an editor asked for.</summary>
public sealed class NoticeChoice
{
    public required string EditorId { get; init; }

    public required Notice Notice { get; init; }
}
