using EgovSites.Admin.Layouts;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>Where visitors read a publication; a type without pages of its own is read in its list.</summary>
public static class PublicAddress
{
    public static string Of(Tenant tenant, ContentType type, Publication row) =>
        $"{SiteAddress.Of(tenant)}/{row.Culture}/{row.Section}{(type.Behaviours.HasDetailPage ? $"/{row.Slug}" : "")}";
}
