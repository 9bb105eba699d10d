using System.ComponentModel.DataAnnotations;

namespace EgovSites.Host.Http.Guards;

/// <summary>How much of the host one visitor may hold.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Connections of one address; a whole ministry may stand behind it. 0: any number.</summary>
    [Range(0, int.MaxValue)]
    public int ConnectionsPerAddress { get; set; } = 500;

    /// <summary>How long a public page may take to be made.</summary>
    [Range(1, 3600)]
    public int PageSeconds { get; set; } = 30;
}
