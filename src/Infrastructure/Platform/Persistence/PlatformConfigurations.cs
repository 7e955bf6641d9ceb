using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Platform.Persistence;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(message => message.Payload).HasColumnType("jsonb");
        builder.HasIndex(message => new { message.OrgId, message.DueAt, message.Id }).HasFilter("due_at is not null");
    }
}

internal sealed class UndoEntryConfiguration : IEntityTypeConfiguration<UndoEntry>
{
    public void Configure(EntityTypeBuilder<UndoEntry> builder)
    {
        builder.Property(undo => undo.Steps).HasColumnType("json");
        // The transaction that writes the entry is the one that writes the rows: its id is their xmin.
        builder.Property(undo => undo.SavedAs).HasDefaultValueSql("(pg_current_xact_id()::xid::text::bigint)").ValueGeneratedOnAdd();
        builder.HasIndex(undo => new { undo.OrgId, undo.MemberId, undo.At });
    }
}
