using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Accounts;

internal sealed class EditorModel : IEntityTypeConfiguration<Editor>
{
    public void Configure(EntityTypeBuilder<Editor> editor) => editor.Property(row => row.HasKeysOff).HasDefaultValue(false);
}

internal sealed class MembershipModel : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasKey(row => new { row.EditorId, row.TenantId });
        membership.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
        membership.Property(row => row.TenantId).HasMaxLength(32);
        membership.HasIndex(row => row.TenantId);
    }
}

internal sealed class InvitationModel : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasKey(row => row.CodeHash);
        invitation.Property(row => row.CodeHash).HasMaxLength(64);
        invitation.HasIndex(row => row.TenantId);
    }
}
