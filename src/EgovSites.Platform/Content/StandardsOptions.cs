using System.ComponentModel.DataAnnotations;

namespace EgovSites.Platform.Content;

public sealed class StandardsOptions
{
    public const string Section = "Standards";

    /// <summary>The folder <c>tenants</c>; a relative path starts at the program.</summary>
    [Required]
    public string Folder { get; set; } = "tenants";
}
