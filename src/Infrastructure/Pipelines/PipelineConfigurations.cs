using CrmStudio.Domain.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Pipelines;

internal sealed class PipelineConfiguration : IEntityTypeConfiguration<Pipeline>
{
    public void Configure(EntityTypeBuilder<Pipeline> builder)
    {
        builder.HasIndex(pipeline => new { pipeline.OrgId, pipeline.Name }).IsUnique();
        builder.HasMany(pipeline => pipeline.Stages).WithOne().HasForeignKey(stage => new { stage.OrgId, stage.PipelineId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(pipeline => pipeline.Endings).WithOne().HasForeignKey(ending => new { ending.OrgId, ending.PipelineId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PipelineStageConfiguration : IEntityTypeConfiguration<PipelineStage>
{
    public void Configure(EntityTypeBuilder<PipelineStage> builder)
    {
        builder.Property(stage => stage.Probability).HasPrecision(7, 4);
        builder.HasIndex(stage => new { stage.OrgId, stage.PipelineId, stage.Position });
    }
}

internal sealed class PipelineEndingConfiguration : IEntityTypeConfiguration<PipelineEnding>
{
    public void Configure(EntityTypeBuilder<PipelineEnding> builder) =>
        builder.HasIndex(ending => new { ending.OrgId, ending.PipelineId, ending.Position });
}
