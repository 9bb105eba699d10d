namespace EgovSites.Platform.Mail;

/// <summary>The mail server that letters leave through; without a host none are written.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    private const int ImplicitPort = 465;

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>The sender, a bare address.</summary>
    public string From { get; set; } = "";

    public string User { get; set; } = "";

    /// <summary>
    /// Best given as the environment variable <c>Mail__Password</c>, or as <see cref="PasswordFile"/>.
    /// </summary>
    public string Password { get; set; } = "";

    public string PasswordFile { get; set; } = "";

    /// <summary>
    /// No letter leaves without it: asked for by STARTTLS or, on port 465, spoken from the first byte.
    /// </summary>
    public bool Tls { get; set; } = true;

    /// <summary>Whether TLS is spoken from the first byte, where the port does not say it.</summary>
    public bool? TlsFirst { get; set; }

    /// <summary>
    /// A PEM file with the authority that vouches for a mail server of one's own; it is believed for nothing else.
    /// </summary>
    public string AuthorityFile { get; set; } = "";

    public bool IsConfigured => Host.Length > 0;

    public bool IsSound => !IsConfigured
        || (BareAddress.Is(From) && Port is > 0 and < 65536
            && (AuthorityFile.Length == 0 || File.Exists(AuthorityFile)));

    /// <summary>False: TLS is asked for after the greeting.</summary>
    public bool IsTlsFirst => TlsFirst ?? Port == ImplicitPort;

    internal string Secret => PasswordFile.Length > 0 ? File.ReadAllText(PasswordFile).Trim() : Password;
}
