using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Contacts;

// Pairs and merges name records of two kinds, and records that are gone, so their ids are no keys.
internal sealed class DuplicatePairConfiguration : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> builder)
    {
        builder.Property(pair => pair.Reasons).HasMaxLength(DuplicatePair.ReasonsMaxLength);
        builder.HasIndex(pair => new { pair.OrgId, pair.FirstId, pair.SecondId }).IsUnique();
        builder.HasIndex(pair => new { pair.OrgId, pair.SecondId });
        builder.HasIndex(pair => new { pair.OrgId, pair.Kind, pair.Strength, pair.Id });
    }
}

internal sealed class PairDismissalConfiguration : IEntityTypeConfiguration<PairDismissal>
{
    public void Configure(EntityTypeBuilder<PairDismissal> builder)
    {
        builder.HasIndex(dismissal => new { dismissal.OrgId, dismissal.FirstId, dismissal.SecondId }).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(dismissal => new { dismissal.OrgId, dismissal.By }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DuplicateSearchConfiguration : IEntityTypeConfiguration<DuplicateSearch>
{
    public void Configure(EntityTypeBuilder<DuplicateSearch> builder) => builder.HasIndex(search => new { search.OrgId, search.Kind });
}

internal sealed class RecordMergeConfiguration : IEntityTypeConfiguration<RecordMerge>
{
    public void Configure(EntityTypeBuilder<RecordMerge> builder)
    {
        builder.Ignore(merge => merge.RecordName);
        builder.Property(merge => merge.SurvivorName).HasMaxLength(RecordMerge.NameMaxLength);
        builder.Property(merge => merge.LostName).HasMaxLength(RecordMerge.NameMaxLength);
        builder.HasIndex(merge => new { merge.OrgId, merge.At, merge.Id });
        builder.HasIndex(merge => new { merge.OrgId, merge.LostId });
        builder.HasIndex(merge => new { merge.OrgId, merge.SurvivorId });
        builder.HasOne<Member>().WithMany().HasForeignKey(merge => new { merge.OrgId, merge.By }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(merge => new { merge.OrgId, merge.PartedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}
