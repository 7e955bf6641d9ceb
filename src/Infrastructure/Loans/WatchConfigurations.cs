using System.Text.Json;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class MarketRateConfiguration : IEntityTypeConfiguration<MarketRate>
{
    public void Configure(EntityTypeBuilder<MarketRate> builder)
    {
        builder.Ignore(rate => rate.RecordName);
        builder.Property(rate => rate.Rate).HasPrecision(7, 4);
        builder.Property(rate => rate.Points).HasPrecision(7, 4);
        builder.HasIndex(rate => new { rate.OrgId, rate.Type, rate.IsJumbo, rate.Months, rate.Day }).IsUnique();
    }
}

internal sealed class WatchPolicyConfiguration : IEntityTypeConfiguration<WatchPolicy>
{
    public void Configure(EntityTypeBuilder<WatchPolicy> builder) => builder.Property(policy => policy.Terms).HasColumnType("jsonb").HasConversion(
        terms => JsonSerializer.Serialize(terms, Json.Options), json => JsonSerializer.Deserialize<WatchTerms>(json, Json.Options)!, new ValueComparer<WatchTerms>((a, b) => a == b, terms => terms.GetHashCode()));
}

internal sealed class LoanWatchConfiguration : IEntityTypeConfiguration<LoanWatch>
{
    public void Configure(EntityTypeBuilder<LoanWatch> builder)
    {
        builder.ToTable("loan_watches");
        builder.Property(watch => watch.ValueSource).HasMaxLength(LoanWatch.TextMaxLength);
        builder.Property(watch => watch.StoppedReason).HasMaxLength(LoanWatch.TextMaxLength);
        builder.HasIndex(watch => new { watch.OrgId, watch.LoanId }).IsUnique();
        builder.HasOne<Loan>().WithMany().HasForeignKey(watch => new { watch.OrgId, watch.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WatchResultConfiguration : IEntityTypeConfiguration<WatchResult>
{
    public void Configure(EntityTypeBuilder<WatchResult> builder)
    {
        builder.Property(result => result.Reason).HasMaxLength(WatchResult.ReasonMaxLength);
        builder.Property(result => result.NewRate).HasPrecision(7, 4);
        builder.Property(result => result.Known).HasColumnType("jsonb").HasConversion(
            known => JsonSerializer.Serialize(known, Json.Options), json => JsonSerializer.Deserialize<WatchCase>(json, Json.Options)!,
            new ValueComparer<WatchCase>((a, b) => ReferenceEquals(a, b), known => known.GetHashCode()));   // a case is never changed, only replaced
        builder.Property<long>(WatchTwins.Gain).HasComputedColumnSql($"coalesce((gain * 100)::bigint, {WatchTwins.NoGain})", stored: true);
        builder.Property<long>(WatchTwins.BreakEven).HasComputedColumnSql($"coalesce(break_even_months, {WatchTwins.Never})::bigint", stored: true);
        builder.HasIndex(result => new { result.OrgId, result.LoanId }).IsUnique();
        // One index per order of the list, each with the id that settles ties.
        builder.HasIndex("OrgId", WatchTwins.Gain, "Id");
        builder.HasIndex("OrgId", WatchTwins.BreakEven, "Id");
        builder.HasIndex(result => new { result.OrgId, result.FundedOn, result.Id });
        builder.HasIndex("OrgId", "Verdict", WatchTwins.Gain, "Id");
        builder.HasOne<Loan>().WithMany().HasForeignKey(result => new { result.OrgId, result.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WatchMessageConfiguration : IEntityTypeConfiguration<WatchMessage>
{
    public void Configure(EntityTypeBuilder<WatchMessage> builder)
    {
        builder.Ignore(message => message.RecordName).Ignore(message => message.MessageId).Ignore(message => message.IsOnItsWay);
        builder.Property(message => message.Answer).HasMaxLength(LoanMail.AnswerMaxLength);
        builder.HasIndex(message => new { message.OrgId, message.DueAt }).HasFilter("due_at is not null");
        builder.HasIndex(message => new { message.OrgId, message.LoanId, message.CreatedAt });
        // Nobody waits for two messages about one loan, whichever node drafted them.
        builder.HasIndex(message => new { message.OrgId, message.LoanId, message.ContactId }).IsUnique().HasFilter("state in ('Draft', 'Waiting', 'Sending')");
        builder.HasOne<Loan>().WithMany().HasForeignKey(message => new { message.OrgId, message.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Contact>().WithMany().HasForeignKey(message => new { message.OrgId, message.ContactId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Consent>().WithMany().HasForeignKey(message => new { message.OrgId, message.ConsentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
