using EgovSites.Platform.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Mail;

internal sealed class LetterModel : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("Letters").HasKey(row => row.Id);
        letter.Property(row => row.Id).HasMaxLength(80);
        letter.HasIndex(row => new { row.SetAsideAt, row.NextAttemptAt });
    }
}

internal sealed class NoticeChoiceModel : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> choice)
    {
        choice.ToTable("NoticeChoices").HasKey(row => new { row.EditorId, row.Notice });
        choice.Property(row => row.Notice).HasConversion<string>().HasMaxLength(32);
        choice.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
    }
}
