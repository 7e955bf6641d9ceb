using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class MismoFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mismo_files",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    received_by = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    refused_for = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    copy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    copy_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mismo_files", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_mismo_files_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mismo_files_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mismo_files_org_id_loan_id",
                table: "mismo_files",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mismo_files_org_id_received_by_received_at",
                table: "mismo_files",
                columns: new[] { "org_id", "received_by", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mismo_files_unsaved",
                table: "mismo_files",
                columns: new[] { "org_id", "received_at" },
                filter: "loan_id is null");

            migrationBuilder.Fenced("mismo_files");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mismo_files");
        }
    }
}
