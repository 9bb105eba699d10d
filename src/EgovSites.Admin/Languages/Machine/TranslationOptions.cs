using System.ComponentModel.DataAnnotations;

namespace EgovSites.Admin.Languages.Machine;

/// <summary>Where the machine translator stands; without an address there is none, and no button for it.</summary>
public sealed class TranslationOptions : IValidatableObject
{
    public const string Section = "Translation";

    /// <summary>Takes <c>POST {from,to,texts[]}</c> as JSON and answers <c>{texts[]}</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>A file whose content is sent as bearer token; keys do not belong into settings.</summary>
    public string KeyFile { get; set; } = "";

    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The most letters sent at once, all texts together.</summary>
    [Range(1, 1_000_000)]
    public int MostLetters { get; set; } = 60_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address.Length > 0
            && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult($"{Section}:{nameof(Address)} must be an http or https address.");
        }

        if (KeyFile.Length > 0 && !File.Exists(KeyFile))
        {
            yield return new ValidationResult($"{Section}:{nameof(KeyFile)} names a file that does not exist.");
        }
    }
}
