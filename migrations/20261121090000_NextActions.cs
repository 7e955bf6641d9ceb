using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CrmStudio.Migrations;

/// <summary>The next thing to do about a record is one step into an index.</summary>
[DbContext(typeof(CrmDbContext))]
[Migration("20261121090000_NextActions")]
public partial class NextActions : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(
        name: "ix_due_tasks_org_id_entity_type_entity_id_due_on",
        table: "due_tasks",
        columns: ["org_id", "entity_type", "entity_id", "due_on"],
        filter: "done_at is null");

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex(name: "ix_due_tasks_org_id_entity_type_entity_id_due_on", table: "due_tasks");
}
