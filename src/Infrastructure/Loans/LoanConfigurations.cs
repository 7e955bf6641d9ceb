using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class LoanConfiguration : IEntityTypeConfiguration<Loan>
{
    public void Configure(EntityTypeBuilder<Loan> builder)
    {
        builder.Ignore(loan => loan.IsOpen).Ignore(loan => loan.LendingValue).Ignore(loan => loan.Ltv).Ignore(loan => loan.Cltv).Ignore(loan => loan.RecordName).Ignore(loan => loan.IsRescindable)
            .Ignore(loan => loan.OpenConditions);
        builder.Property(loan => loan.Number).HasMaxLength(Loan.NumberMaxLength);
        builder.Property(loan => loan.NoteRate).HasPrecision(7, 4);
        builder.Property(loan => loan.EndedReason).HasMaxLength(Loan.ReasonMaxLength);

        builder.Property<long?>(LoanTwins.AmountCents).HasComputedColumnSql("(amount * 100)::bigint", stored: true);
        builder.Property<DateOnly>(LoanTwins.FundedOrNever).HasComputedColumnSql("coalesce(funded_on, '9000-01-01'::date)", stored: true);

        builder.HasIndex(loan => new { loan.OrgId, loan.Number }).IsUnique();
        // The board: its cards in order, and counts and sums without a look at the rows.
        builder.HasIndex("OrgId", LoanTwins.FundedOrNever, "StageId", "StageSince", "Id").HasFilter("ended_at is null").IncludeProperties("AmountCents", "OfficerId", "ProcessorId");
        builder.HasIndex(loan => new { loan.OrgId, loan.StageId, loan.StageSince, loan.Id });
        builder.HasIndex(loan => new { loan.OrgId, loan.OfficerId, loan.Id });
        builder.HasIndex(loan => new { loan.OrgId, loan.ProcessorId });
        // One index per order of the grid, each with the id that settles ties.
        builder.HasIndex(loan => new { loan.OrgId, loan.ClosingOn, loan.Id }).HasFilter("ended_at is null");
        builder.HasIndex(loan => new { loan.OrgId, loan.LockExpiresOn, loan.Id }).HasFilter("ended_at is null");
        builder.HasIndex(loan => new { loan.OrgId, loan.StageSince, loan.Id }).HasFilter("ended_at is null");
        builder.HasIndex(loan => new { loan.OrgId, loan.BorrowerName, loan.Id }).HasFilter("ended_at is null");
        builder.HasIndex(loan => new { loan.OrgId, loan.ApplicationCompleteOn, loan.Id }).HasFilter("ended_at is null and funded_on is null");
        builder.HasIndex("OrgId", LoanTwins.AmountCents, "Id");
        builder.HasIndex(loan => new { loan.OrgId, loan.CreatedAt, loan.Id });

        builder.HasOne<Pipeline>().WithMany().HasForeignKey(loan => new { loan.OrgId, loan.PipelineId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PipelineStage>().WithMany().HasForeignKey(loan => new { loan.OrgId, loan.StageId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PipelineEnding>().WithMany().HasForeignKey(loan => new { loan.OrgId, loan.EndingId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(loan => new { loan.OrgId, loan.OfficerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(loan => new { loan.OrgId, loan.ProcessorId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(loan => loan.Parties).WithOne().HasForeignKey(party => new { party.OrgId, party.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(loan => loan.Pieces).WithOne().HasForeignKey(piece => new { piece.OrgId, piece.LoanId }).OnDelete(DeleteBehavior.Cascade);
        // Leads come before Loans on the street, so the key of what a lead became is declared here.
        builder.HasMany<Lead>().WithOne().HasForeignKey(lead => new { lead.OrgId, lead.LoanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(loan => loan.Visits).WithOne().HasForeignKey(visit => new { visit.OrgId, visit.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LoanPartyConfiguration : IEntityTypeConfiguration<LoanParty>
{
    public void Configure(EntityTypeBuilder<LoanParty> builder)
    {
        builder.HasIndex(party => new { party.OrgId, party.ContactId });
        builder.HasOne<Contact>().WithMany().HasForeignKey(party => new { party.OrgId, party.ContactId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanStageVisitConfiguration : IEntityTypeConfiguration<LoanStageVisit>
{
    public void Configure(EntityTypeBuilder<LoanStageVisit> builder)
    {
        builder.HasIndex(visit => new { visit.OrgId, visit.LoanId, visit.EnteredAt });
        builder.HasIndex(visit => new { visit.OrgId, visit.EnteredAt });   // what came into the stages lately
        builder.HasOne<PipelineStage>().WithMany().HasForeignKey(visit => new { visit.OrgId, visit.StageId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StageGoalConfiguration : IEntityTypeConfiguration<StageGoal>
{
    public void Configure(EntityTypeBuilder<StageGoal> builder)
    {
        builder.Ignore(goal => goal.IsEmpty);
        builder.HasIndex(goal => new { goal.OrgId, goal.StageId, goal.OfficerId }).IsUnique().AreNullsDistinct(false);
        builder.HasIndex(goal => new { goal.OrgId, goal.OfficerId });
        builder.HasOne<PipelineStage>().WithMany().HasForeignKey(goal => new { goal.OrgId, goal.StageId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(goal => new { goal.OrgId, goal.OfficerId }).OnDelete(DeleteBehavior.Restrict);
    }
}
