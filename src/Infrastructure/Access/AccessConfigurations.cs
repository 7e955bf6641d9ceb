using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Access;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => o.Slug).IsUnique();
    }
}

internal sealed class UserOrganizationConfiguration : IEntityTypeConfiguration<UserOrganization>
{
    public void Configure(EntityTypeBuilder<UserOrganization> builder)
    {
        builder.HasKey(place => new { place.UserId, place.OrgId });
        builder.HasOne<SignInUser>().WithMany().HasForeignKey(place => place.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organization>().WithMany().HasForeignKey(place => place.OrgId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => new { session.UserId, session.ExpiresAt });
        builder.HasOne<SignInUser>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("DataProtectionKeys");
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Ignore(member => member.Name).Ignore(member => member.RecordName);
        builder.HasIndex(member => new { member.OrgId, member.UserId }).IsUnique();
        builder.HasOne<SignInUser>().WithMany().HasForeignKey(member => member.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.HasIndex(role => new { role.OrgId, role.Name }).IsUnique();
        builder.HasMany(role => role.Grants).WithOne().HasForeignKey(grant => new { grant.OrgId, grant.RoleId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RolePermissionConfiguration : IEntityTypeConfiguration<RolePermission>
{
    public void Configure(EntityTypeBuilder<RolePermission> builder) =>
        builder.HasIndex(grant => new { grant.OrgId, grant.RoleId, grant.Permission }).IsUnique();
}

internal sealed class MemberRoleConfiguration : IEntityTypeConfiguration<MemberRole>
{
    public void Configure(EntityTypeBuilder<MemberRole> builder)
    {
        builder.HasIndex(held => new { held.OrgId, held.MemberId, held.RoleId }).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(held => new { held.OrgId, held.MemberId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Role>().WithMany().HasForeignKey(held => new { held.OrgId, held.RoleId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.HasIndex(team => new { team.OrgId, team.Name }).IsUnique();
        builder.HasOne<Team>().WithMany().HasForeignKey(team => new { team.OrgId, team.ParentId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.HasIndex(place => new { place.OrgId, place.TeamId, place.MemberId }).IsUnique();
        builder.HasOne<Team>().WithMany().HasForeignKey(place => new { place.OrgId, place.TeamId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(place => new { place.OrgId, place.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FeatureFlagConfiguration : IEntityTypeConfiguration<FeatureFlag>
{
    public void Configure(EntityTypeBuilder<FeatureFlag> builder)
    {
        builder.HasIndex(flag => new { flag.OrgId, flag.Key }).IsUnique();
        builder.HasMany(flag => flag.Rules).WithOne().HasForeignKey(rule => new { rule.OrgId, rule.FlagId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(invitation => invitation.SecretHash).IsSecret();
        builder.HasIndex(invitation => new { invitation.OrgId, invitation.SecretHash }).IsUnique();
        builder.HasOne<Role>().WithMany().HasForeignKey(invitation => new { invitation.OrgId, invitation.RoleId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(invitation => new { invitation.OrgId, invitation.TeamId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(invitation => new { invitation.OrgId, invitation.InvitedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInUserConfiguration : IEntityTypeConfiguration<SignInUser>
{
    public void Configure(EntityTypeBuilder<SignInUser> builder)
    {
        builder.HasIndex(user => user.NormalizedEmail).HasDatabaseName("ix_users_normalized_email");
        builder.HasIndex(user => user.NormalizedUserName).IsUnique().HasDatabaseName("ix_users_normalized_user_name");
    }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.HasIndex(notification => new { notification.OrgId, notification.MemberId, notification.At, notification.Id });
        builder.HasOne<Member>().WithMany().HasForeignKey(notification => new { notification.OrgId, notification.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LetterheadConfiguration : IEntityTypeConfiguration<Letterhead>
{
    public void Configure(EntityTypeBuilder<Letterhead> builder)
    {
        builder.Ignore(letterhead => letterhead.IsComplete);
        builder.Property(letterhead => letterhead.LegalName).HasMaxLength(Letterhead.LineMaxLength);
        builder.Property(letterhead => letterhead.Street).HasMaxLength(Letterhead.LineMaxLength);
        builder.Property(letterhead => letterhead.Town).HasMaxLength(Letterhead.LineMaxLength);
        builder.Property(letterhead => letterhead.FinePrint).HasMaxLength(Letterhead.FinePrintMaxLength);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Ignore(key => key.RecordName);
        builder.Property(key => key.Name).HasMaxLength(ApiKey.NameMaxLength);
        builder.Property(key => key.SecretHash).HasMaxLength(64).IsSecret();
        builder.HasIndex(key => new { key.OrgId, key.SecretHash }).IsUnique();
        builder.HasIndex(key => new { key.OrgId, key.MemberId });
        builder.HasOne<Member>().WithMany().HasForeignKey(key => new { key.OrgId, key.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApiAnswerConfiguration : IEntityTypeConfiguration<ApiAnswer>
{
    public void Configure(EntityTypeBuilder<ApiAnswer> builder)
    {
        builder.Property(answer => answer.Key).HasMaxLength(ApiAnswer.KeyMaxLength);
        builder.Property(answer => answer.RequestHash).HasMaxLength(64);
        // What makes a request happen once: two at a time cannot both save their answer.
        builder.HasIndex(answer => new { answer.OrgId, answer.ApiKeyId, answer.Key }).IsUnique().HasDatabaseName("ix_api_answers_once");
        builder.HasIndex(answer => new { answer.OrgId, answer.CreatedAt });
        builder.HasOne<ApiKey>().WithMany().HasForeignKey(answer => new { answer.OrgId, answer.ApiKeyId }).OnDelete(DeleteBehavior.Cascade);
    }
}
