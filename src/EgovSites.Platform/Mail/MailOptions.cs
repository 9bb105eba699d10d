using System.Net.Mail;

namespace EgovSites.Platform.Mail;

/// <summary>The mail server that letters leave through; without a host none are written.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>The sender, a bare address.</summary>
    public string From { get; set; } = "";

    public string User { get; set; } = "";

    /// <summary>Best given as the environment variable <c>Mail__Password</c>, or as <see cref="PasswordFile"/>.</summary>
    public string Password { get; set; } = "";

    public string PasswordFile { get; set; } = "";

    /// <summary>STARTTLS; a server that speaks TLS from the first byte (port 465) is not supported.</summary>
    public bool Tls { get; set; } = true;

    public bool IsConfigured => Host.Length > 0;

    public bool IsSound => !IsConfigured || (MailAddress.TryCreate(From, out var from) && from.Address == From && Port is > 0 and < 65536);

    internal string Secret => PasswordFile.Length > 0 ? File.ReadAllText(PasswordFile).Trim() : Password;
}
