using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Accounts;

internal sealed class EditorModel : IEntityTypeConfiguration<Editor>
{
    public void Configure(EntityTypeBuilder<Editor> editor) =>
        editor.Property(row => row.HasKeysOff).HasDefaultValue(false);
}

internal sealed class MembershipModel : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasKey(row => new { row.EditorId, row.TenantId });
        membership.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
        membership.Property(row => row.TenantId).HasMaxLength(32);
        membership.HasIndex(row => row.TenantId);
        membership.Property(row => row.IsOfficer).HasDefaultValue(false);
    }
}

internal sealed class InvitationModel : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasKey(row => row.CodeHash);
        invitation.Property(row => row.CodeHash).HasMaxLength(64);
        invitation.HasIndex(row => row.TenantId);
        invitation.Property(row => row.IsOfficer).HasDefaultValue(false);
    }
}

internal sealed class UsedStepModel : IEntityTypeConfiguration<UsedStep>
{
    // Not a column of the editor: Identity writes whole rows, and would put an older number back.
    public void Configure(EntityTypeBuilder<UsedStep> step)
    {
        step.ToTable("UsedSteps");
        step.HasKey(row => row.EditorId);
        step.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
    }
}

internal sealed class SessionModel : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.HasKey(row => row.Id);
        session.Property(row => row.Id).HasMaxLength(32);
        session.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
    }
}

internal sealed class RecoveryCodeModel : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("RecoveryCodes");
        code.HasKey(row => new { row.EditorId, row.Hash });
        code.Property(row => row.Hash).HasMaxLength(64);
        code.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
    }
}
