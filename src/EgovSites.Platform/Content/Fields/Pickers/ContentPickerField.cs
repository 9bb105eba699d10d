namespace EgovSites.Platform.Content.Fields.Pickers;

/// <summary>Other items of the same site, by id.</summary>
public sealed class ContentPickerField : MediaField;
