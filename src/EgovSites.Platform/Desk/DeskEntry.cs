namespace EgovSites.Platform.Desk;

/// <summary>
/// A line of the back office's side navigation, shown to whoever may open it. <c>Path</c> is below
/// <c>/admin/sites/{slug}</c>, or below <c>/admin</c> in the groups of the centre and of the account; <c>TextKey</c> is
/// a key of the interface words.
/// </summary>
public sealed record DeskEntry(string TextKey, string Icon, string Path, DeskGroup Group, int Order)
{
    public bool IsOfSite => Group < DeskGroup.Centre;
}
