namespace EgovSites.Platform.Mail;

/// <summary>A letter that waits to be sent; when the mail server has taken it, the row goes.</summary>
public sealed class Letter
{
    public required string Id { get; init; }

    public required string To { get; init; }

    /// <summary>What it is about, in one word of the program, such as <c>invitation</c>.</summary>
    public required string Kind { get; init; }

    public required string Culture { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Since when it is given up, until somebody asks for another try.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }

    public string Error { get; set; } = "";
}
