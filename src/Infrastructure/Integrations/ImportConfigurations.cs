using CrmStudio.Domain.Access;
using CrmStudio.Domain.Integrations.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Integrations;

internal sealed class FileImportConfiguration : IEntityTypeConfiguration<FileImport>
{
    public void Configure(EntityTypeBuilder<FileImport> builder)
    {
        builder.ToTable("imports");
        builder.Ignore(import => import.RecordName).Ignore(import => import.IsUnderWay).Ignore(import => import.NextChunk);
        builder.Property(import => import.FileName).HasMaxLength(FileImport.FileNameMaxLength);
        builder.HasIndex(import => new { import.OrgId, import.Kind, import.CreatedAt });
        builder.HasOne<Member>().WithMany().HasForeignKey(import => new { import.OrgId, import.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportChunkConfiguration : IEntityTypeConfiguration<ImportChunk>
{
    public void Configure(EntityTypeBuilder<ImportChunk> builder)
    {
        // Bytes: nobody asks PostgreSQL what is in a row, and parsing thousands of them as jsonb costs more than reading the file did.
        builder.Property(chunk => chunk.Rows).HasColumnType("bytea").HasConversion(rows => ImportText.Of(rows), text => ImportText.Rows(text), SameList<ImportRow>());
        builder.Property(chunk => chunk.Verdicts).HasColumnType("bytea").HasConversion(verdicts => ImportText.Of(verdicts), text => ImportText.Verdicts(text), SameList<ImportVerdict>());
        builder.HasIndex(chunk => new { chunk.OrgId, chunk.ImportId, chunk.Position }).IsUnique();
        builder.HasOne<FileImport>().WithMany().HasForeignKey(chunk => new { chunk.OrgId, chunk.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }

    // A chunk gets new lists, never other members in an old one.
    private static ValueComparer<IReadOnlyList<T>> SameList<T>() => new((a, b) => ReferenceEquals(a, b), list => list.Count, list => list);
}
