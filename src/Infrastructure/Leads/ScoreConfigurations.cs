using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Leads;

internal sealed class ScoreModelConfiguration : IEntityTypeConfiguration<ScoreModel>
{
    public void Configure(EntityTypeBuilder<ScoreModel> builder)
    {
        builder.Ignore(model => model.IsPrior);
        builder.HasIndex(model => new { model.OrgId, model.Number }).IsUnique();
    }
}

internal sealed class ScoreConfiguration : IEntityTypeConfiguration<Score>
{
    public void Configure(EntityTypeBuilder<Score> builder)
    {
        builder.HasIndex(score => new { score.OrgId, score.LeadId, score.At });
        builder.HasOne<Lead>().WithMany().HasForeignKey(score => new { score.OrgId, score.LeadId }).OnDelete(DeleteBehavior.Cascade);
    }
}
