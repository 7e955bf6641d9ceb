using CrmStudio.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Platform.Drafts;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.Property(draft => draft.Form).HasMaxLength(Draft.FormMaxLength);
        builder.Property(draft => draft.Text).HasMaxLength(Draft.TextMaxLength);
        builder.HasIndex(draft => new { draft.OrgId, draft.MemberId, draft.Form }).IsUnique();
        builder.HasIndex(draft => new { draft.OrgId, draft.At });
        builder.HasOne<Member>().WithMany().HasForeignKey(draft => new { draft.OrgId, draft.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}
