using System.ComponentModel.DataAnnotations;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Content.Definitions;

public sealed class StandardsOptions
{
    public const string Section = "Standards";

    /// <summary>The folder <c>tenants</c>; a relative path starts at the program.</summary>
    [Required]
    public string Folder { get; set; } = "tenants";
}
