using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Admin.Languages.Memory;

internal sealed class MemoryPairModel : IEntityTypeConfiguration<MemoryPair>
{
    public void Configure(EntityTypeBuilder<MemoryPair> pair)
    {
        pair.ToTable("MemoryPairs").HasKey(row => new { row.TenantId, row.Id });
        pair.HasIndex(row => new { row.TenantId, row.From, row.To, row.Hash });
        pair.HasIndex(row => new { row.TenantId, row.ItemId });
    }
}

internal sealed class MemoryWordModel : IEntityTypeConfiguration<MemoryWord>
{
    public void Configure(EntityTypeBuilder<MemoryWord> word)
    {
        word.ToTable("MemoryWords").HasKey(row => new { row.TenantId, row.From, row.To, row.Word, row.PairId });
        word.HasIndex(row => new { row.TenantId, row.PairId });
    }
}
