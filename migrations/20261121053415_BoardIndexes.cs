using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class BoardIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_audit_entries_organizations_org_id",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_loans_org_id_funded_on",
                table: "loans");

            migrationBuilder.DropIndex(
                name: "ix_loans_org_id_stage_id_stage_since_id",
                table: "loans");

            migrationBuilder.AddColumn<DateOnly>(
                name: "funded_or_never",
                table: "loans",
                type: "date",
                nullable: false,
                computedColumnSql: "coalesce(funded_on, '9000-01-01'::date)",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_funded_or_never_stage_id_stage_since_id",
                table: "loans",
                columns: new[] { "org_id", "funded_or_never", "stage_id", "stage_since", "id" },
                filter: "ended_at is null")
                .Annotation("Npgsql:IndexInclude", new[] { "amount_cents", "officer_id", "processor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_stage_id_stage_since_id",
                table: "loans",
                columns: new[] { "org_id", "stage_id", "stage_since", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_loans_org_id_funded_or_never_stage_id_stage_since_id",
                table: "loans");

            migrationBuilder.DropIndex(
                name: "ix_loans_org_id_stage_id_stage_since_id",
                table: "loans");

            migrationBuilder.DropColumn(
                name: "funded_or_never",
                table: "loans");

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_funded_on",
                table: "loans",
                columns: new[] { "org_id", "funded_on" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_stage_id_stage_since_id",
                table: "loans",
                columns: new[] { "org_id", "stage_id", "stage_since", "id" },
                filter: "ended_at is null");

            migrationBuilder.AddForeignKey(
                name: "fk_audit_entries_organizations_org_id",
                table: "audit_entries",
                column: "org_id",
                principalTable: "organizations",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
