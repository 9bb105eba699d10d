using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Admin.Languages.Requests.Records;

internal sealed class RequestModel : IEntityTypeConfiguration<TranslationRequest>
{
    public void Configure(EntityTypeBuilder<TranslationRequest> request)
    {
        request.ToTable("TranslationRequests").HasKey(row => row.Id);
        request.Property(row => row.Id).HasMaxLength(32);
        request.HasIndex(row => new { row.TenantId, row.State, row.Until });
        request.HasIndex(row => new { row.ToId, row.State, row.Until });
    }
}
