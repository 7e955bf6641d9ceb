using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Feeds;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class RateLockConfiguration : IEntityTypeConfiguration<RateLock>
{
    public void Configure(EntityTypeBuilder<RateLock> builder)
    {
        builder.Ignore(one => one.RecordName).Ignore(one => one.IsAsked).Ignore(one => one.Holds).Ignore(one => one.WasLocked).Ignore(one => one.ExtendedDays).Ignore(one => one.PointsInAll);
        builder.Property(one => one.Product).HasMaxLength(LockTerms.ProductMaxLength);
        builder.Property(one => one.Rate).HasPrecision(7, 4);
        builder.Property(one => one.Points).HasPrecision(7, 4);
        builder.Property(one => one.Price).HasPrecision(7, 4);
        builder.Property(one => one.Note).HasMaxLength(RateLock.NoteMaxLength);
        builder.Property(one => one.Reference).HasMaxLength(RateLock.ReferenceMaxLength);
        builder.Property(one => one.MoreReason).HasMaxLength(Loan.ReasonMaxLength);
        builder.Property(one => one.ClosedReason).HasMaxLength(Loan.ReasonMaxLength);
        builder.HasIndex(one => new { one.OrgId, one.LoanId, one.Place }).IsUnique();
        // One at a time: two requests of the same moment are one too many.
        builder.HasIndex(one => new { one.OrgId, one.LoanId }).IsUnique().HasFilter("closed_at is null");
        builder.HasIndex(one => new { one.OrgId, one.RequestedAt }).HasFilter("closed_at is null");
        builder.HasOne<Loan>().WithMany().HasForeignKey(one => new { one.OrgId, one.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(one => one.Extensions).WithOne().HasForeignKey(extension => new { extension.OrgId, extension.LockId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LockExtensionConfiguration : IEntityTypeConfiguration<LockExtension>
{
    public void Configure(EntityTypeBuilder<LockExtension> builder)
    {
        builder.Property(extension => extension.Points).HasPrecision(7, 4);
        builder.Property(extension => extension.ListedPoints).HasPrecision(7, 4);
        builder.Property(extension => extension.Reason).HasMaxLength(Loan.ReasonMaxLength);
        builder.HasIndex(extension => new { extension.OrgId, extension.LockId, extension.Place }).IsUnique();
    }
}

internal sealed class LockPolicyConfiguration : IEntityTypeConfiguration<LockPolicy>
{
    public void Configure(EntityTypeBuilder<LockPolicy> builder)
    {
        builder.Ignore(policy => policy.RecordName);
        builder.Property(policy => policy.Source).HasMaxLength(LockPolicy.SourceMaxLength);
        builder.Property(policy => policy.Terms).HasColumnType("jsonb").HasConversion(
            terms => JsonSerializer.Serialize(terms, Json.Options),
            json => JsonSerializer.Deserialize<LockPolicyTerms>(json, Json.Options)!,
            new ValueComparer<LockPolicyTerms>((a, b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options), terms => terms.Days.Count));
        builder.HasIndex(policy => new { policy.OrgId, policy.EffectiveOn }).IsUnique();
    }
}

internal sealed class LockAlertConfiguration : IEntityTypeConfiguration<LockAlert>
{
    public void Configure(EntityTypeBuilder<LockAlert> builder)
    {
        // Whoever tells the same step a second time, does not.
        builder.HasIndex(alert => new { alert.OrgId, alert.LoanId, alert.ExpiresOn, alert.Step }).IsUnique();
        builder.HasOne<Loan>().WithMany().HasForeignKey(alert => new { alert.OrgId, alert.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.Ignore(feed => feed.RecordName);
        builder.Property(feed => feed.Name).HasMaxLength(CalendarFeed.NameMaxLength);
        builder.Property(feed => feed.SecretHash).HasMaxLength(64).IsSecret();
        builder.HasIndex(feed => new { feed.OrgId, feed.SecretHash }).IsUnique();
        builder.HasIndex(feed => new { feed.OrgId, feed.MemberId });
        builder.HasOne<Member>().WithMany().HasForeignKey(feed => new { feed.OrgId, feed.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }
}
