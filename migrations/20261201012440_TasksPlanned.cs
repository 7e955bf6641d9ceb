using System;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class TasksPlanned : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_due_tasks_org_id_assignee_id",
                table: "due_tasks");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "remind_at",
                table: "due_tasks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                table: "due_tasks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "repeat",
                table: "due_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "series_from",
                table: "due_tasks",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "task_sequences",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_sequences", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_task_sequences_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_steps",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    after_days = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_steps", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_task_steps_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_steps_task_sequences_org_id_sequence_id",
                        columns: x => new { x.org_id, x.sequence_id },
                        principalTable: "task_sequences",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_due_tasks_org_id_assignee_id_due_on_id",
                table: "due_tasks",
                columns: new[] { "org_id", "assignee_id", "due_on", "id" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_due_tasks_org_id_remind_at",
                table: "due_tasks",
                columns: new[] { "org_id", "remind_at" },
                filter: "remind_at is not null and reminded_at is null and done_at is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_due_tasks_repeat",
                table: "due_tasks",
                sql: "repeat in ('Daily', 'Workdays', 'Weekly', 'EveryOtherWeek', 'Monthly', 'Quarterly', 'Yearly')");

            migrationBuilder.CreateIndex(
                name: "ix_task_sequences_org_id_name",
                table: "task_sequences",
                columns: new[] { "org_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_steps_org_id_sequence_id",
                table: "task_steps",
                columns: new[] { "org_id", "sequence_id" });

            migrationBuilder.Fenced("task_sequences", "task_steps");

            migrationBuilder.Granted("tasks.work", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own), (BuiltInRole.Compliance, Scope.Own));
            migrationBuilder.Granted("tasks.sequences", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Organization));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "task_steps");

            migrationBuilder.DropTable(
                name: "task_sequences");

            migrationBuilder.DropIndex(
                name: "ix_due_tasks_org_id_assignee_id_due_on_id",
                table: "due_tasks");

            migrationBuilder.DropIndex(
                name: "ix_due_tasks_org_id_remind_at",
                table: "due_tasks");

            migrationBuilder.DropCheckConstraint(
                name: "ck_due_tasks_repeat",
                table: "due_tasks");

            migrationBuilder.DropColumn(
                name: "remind_at",
                table: "due_tasks");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "due_tasks");

            migrationBuilder.DropColumn(
                name: "repeat",
                table: "due_tasks");

            migrationBuilder.DropColumn(
                name: "series_from",
                table: "due_tasks");

            migrationBuilder.CreateIndex(
                name: "ix_due_tasks_org_id_assignee_id",
                table: "due_tasks",
                columns: new[] { "org_id", "assignee_id" });
        }
    }
}
