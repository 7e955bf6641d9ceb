using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class LoanImportConfiguration : IEntityTypeConfiguration<LoanImport>
{
    public void Configure(EntityTypeBuilder<LoanImport> builder)
    {
        builder.ToTable("imports");
        builder.Ignore(import => import.RecordName).Ignore(import => import.IsUnderWay);
        builder.Property(import => import.FileName).HasMaxLength(LoanImport.FileNameMaxLength);
        builder.HasIndex(import => new { import.OrgId, import.CreatedAt });
        builder.HasOne<Member>().WithMany().HasForeignKey(import => new { import.OrgId, import.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanImportRowConfiguration : IEntityTypeConfiguration<LoanImportRow>
{
    public void Configure(EntityTypeBuilder<LoanImportRow> builder)
    {
        builder.ToTable("import_rows");
        builder.Property(row => row.Cells).HasColumnType("jsonb").HasConversion(
            cells => JsonSerializer.Serialize(cells, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<string[]>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), cells => cells.Count));
        Problems(builder.Property(row => row.FileProblems));
        Problems(builder.Property(row => row.Problems));
        builder.Property(row => row.Number).HasMaxLength(Loan.NumberMaxLength);
        builder.Property(row => row.WayBack).HasColumnType("json");
        builder.HasIndex(row => new { row.OrgId, row.ImportId, row.Line }).IsUnique();
        builder.HasIndex(row => new { row.OrgId, row.ImportId, row.State, row.Line });
        builder.HasIndex(row => new { row.OrgId, row.ImportId, row.Number });
        builder.HasOne<LoanImport>().WithMany().HasForeignKey(row => new { row.OrgId, row.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Problems(PropertyBuilder<IReadOnlyList<LoanImportProblem>> property) => property.HasColumnType("jsonb").HasConversion(
        problems => LoanImportRows.Json(problems), json => LoanImportRows.Problems(json),
        new ValueComparer<IReadOnlyList<LoanImportProblem>>((a, b) => a!.SequenceEqual(b!), problems => problems.Count));
}
