namespace EgovSites.Platform.Content.Fields.Pickers;

/// <summary>Documents of the site's library, by id.</summary>
public sealed class FileField : MediaField;
