using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Ignore(contact => contact.Name).Ignore(contact => contact.RecordName);
        builder.Property(contact => contact.FirstName).HasMaxLength(Contact.NameMaxLength);
        builder.Property(contact => contact.LastName).HasMaxLength(Contact.NameMaxLength);
        builder.HasIndex(contact => new { contact.OrgId, contact.EmailKey }).HasFilter("email_key is not null");
        builder.HasIndex(contact => new { contact.OrgId, contact.PhoneKey }).HasFilter("phone_key is not null");
        foreach (var word in (string[])[nameof(Contact.JobTitle), nameof(Contact.Language), nameof(Contact.Source)]) builder.Property(word).HasMaxLength(Contact.WordMaxLength);
        builder.Property(contact => contact.State).HasMaxLength(2);
        // One index per order of the list, each with the id that settles ties.
        builder.HasIndex(contact => new { contact.OrgId, contact.CreatedAt, contact.Id });
        builder.HasIndex(contact => new { contact.OrgId, contact.LastName, contact.FirstName, contact.Id });
        builder.HasIndex(contact => new { contact.OrgId, contact.LastTouchAt, contact.Id });
        builder.HasIndex(contact => new { contact.OrgId, contact.OwnerId, contact.Id });
        builder.HasIndex(contact => new { contact.OrgId, contact.CompanyId }).HasFilter("company_id is not null");
        builder.HasIndex(contact => new { contact.OrgId, contact.HouseholdId }).HasFilter("household_id is not null");
        builder.HasOne<Company>().WithMany().HasForeignKey(contact => new { contact.OrgId, contact.CompanyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(contact => new { contact.OrgId, contact.HouseholdId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(contact => new { contact.OrgId, contact.OwnerId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(consent => consent.Reach).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(consent => consent.Shown).HasMaxLength(Consent.TextMaxLength);
        builder.Property(consent => consent.Evidence).HasMaxLength(Consent.EvidenceMaxLength);
        builder.HasIndex(consent => new { consent.OrgId, consent.ContactId, consent.At });
        builder.HasOne<Contact>().WithMany().HasForeignKey(consent => new { consent.OrgId, consent.ContactId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(consent => new { consent.OrgId, consent.RecordedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Property(activity => activity.Text).HasMaxLength(Activity.TextMaxLength);
        builder.HasIndex(activity => new { activity.OrgId, activity.EntityType, activity.EntityId, activity.At, activity.Id });
        builder.HasOne<Member>().WithMany().HasForeignKey(activity => new { activity.OrgId, activity.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DueTaskConfiguration : IEntityTypeConfiguration<DueTask>
{
    public void Configure(EntityTypeBuilder<DueTask> builder)
    {
        builder.Ignore(task => task.IsOpen).Ignore(task => task.RecordName);
        builder.Property(task => task.Title).HasMaxLength(DueTask.TitleMaxLength);
        builder.HasIndex(task => new { task.OrgId, task.EntityType, task.EntityId });
        builder.HasIndex(task => new { task.OrgId, task.EntityType, task.EntityId, task.DueOn }).HasFilter("done_at is null");   // the next thing to do about a record
        builder.HasIndex(task => new { task.OrgId, task.DueOn, task.Id }).HasFilter("done_at is null");
        // What a rule asks for is asked for once: two saves at a time cannot both add it.
        builder.HasIndex(task => new { task.OrgId, task.EntityId, task.Origin }).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(task => new { task.OrgId, task.AssigneeId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContactReachConfiguration : IEntityTypeConfiguration<ContactReach>
{
    public void Configure(EntityTypeBuilder<ContactReach> builder)
    {
        builder.Property(reach => reach.Text).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(reach => reach.Key).HasMaxLength(EmailAddress.MaxLength);
        builder.HasIndex(reach => new { reach.OrgId, reach.Key });
        builder.HasIndex(reach => new { reach.OrgId, reach.ContactId });
        builder.HasOne<Contact>().WithMany().HasForeignKey(reach => new { reach.OrgId, reach.ContactId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContactAddressConfiguration : IEntityTypeConfiguration<ContactAddress>
{
    public void Configure(EntityTypeBuilder<ContactAddress> builder)
    {
        builder.Property(address => address.Street).HasMaxLength(ContactAddress.LineMaxLength);
        builder.Property(address => address.City).HasMaxLength(ContactAddress.LineMaxLength);
        builder.Property(address => address.State).HasMaxLength(2);
        builder.Property(address => address.Zip).HasMaxLength(ContactAddress.ZipMaxLength);
        builder.HasIndex(address => new { address.OrgId, address.ContactId });
        builder.HasOne<Contact>().WithMany().HasForeignKey(address => new { address.OrgId, address.ContactId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContactDateConfiguration : IEntityTypeConfiguration<ContactDate>
{
    public void Configure(EntityTypeBuilder<ContactDate> builder)
    {
        builder.Property(date => date.Name).HasMaxLength(ContactDate.NameMaxLength);
        builder.HasIndex(date => new { date.OrgId, date.Month, date.Day });
        builder.HasIndex(date => new { date.OrgId, date.ContactId });
        builder.HasOne<Contact>().WithMany().HasForeignKey(date => new { date.OrgId, date.ContactId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HouseholdConfiguration : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.Ignore(household => household.RecordName);
        builder.Property(household => household.Name).HasMaxLength(Household.NameMaxLength);
    }
}
