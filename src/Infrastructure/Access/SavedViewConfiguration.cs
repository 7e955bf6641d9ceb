using CrmStudio.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Access;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Ignore(view => view.RecordName);
        builder.Property(view => view.Place).HasMaxLength(40);
        builder.Property(view => view.Name).HasMaxLength(SavedView.NameMaxLength);
        builder.Property(view => view.Query).HasMaxLength(SavedView.QueryMaxLength);
        builder.HasIndex(view => new { view.OrgId, view.Place, view.OwnerId });
        builder.HasOne<Member>().WithMany().HasForeignKey(view => new { view.OrgId, view.OwnerId }).OnDelete(DeleteBehavior.Cascade);
    }
}
