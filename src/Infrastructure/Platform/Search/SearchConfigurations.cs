using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Platform.Search;

internal sealed class SearchHitConfiguration : IEntityTypeConfiguration<SearchHit>
{
    public void Configure(EntityTypeBuilder<SearchHit> builder)
    {
        builder.HasKey(hit => new { hit.OrgId, hit.Kind, hit.Id, hit.Word });
        builder.Property(hit => hit.Word).UseCollation("C");
        builder.HasIndex(hit => new { hit.OrgId, hit.Kind, hit.IsName, hit.Word, hit.Id }).IsDescending(false, false, false, false, true);   // the newest of a word first
        builder.WithoutOrganizationKey();
    }
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.HasKey(word => new { word.OrgId, word.Word });
        builder.Property(word => word.Word).UseCollation("C");
        builder.WithoutOrganizationKey();
    }
}
