using System;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class StageGoals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "stage_goals",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    loans = table.Column<int>(type: "integer", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stage_goals", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_stage_goals_members_org_id_officer_id",
                        columns: x => new { x.org_id, x.officer_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stage_goals_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stage_goals_pipeline_stages_org_id_stage_id",
                        columns: x => new { x.org_id, x.stage_id },
                        principalTable: "pipeline_stages",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_loan_stage_visits_org_id_entered_at",
                table: "loan_stage_visits",
                columns: new[] { "org_id", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_stage_goals_org_id_officer_id",
                table: "stage_goals",
                columns: new[] { "org_id", "officer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stage_goals_org_id_stage_id_officer_id",
                table: "stage_goals",
                columns: new[] { "org_id", "stage_id", "officer_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.Fenced("stage_goals");
            migrationBuilder.Granted("loans.goals", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stage_goals");

            migrationBuilder.DropIndex(
                name: "ix_loan_stage_visits_org_id_entered_at",
                table: "loan_stage_visits");
        }
    }
}
