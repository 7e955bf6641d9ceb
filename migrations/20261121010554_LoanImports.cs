using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class LoanImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    columns = table.Column<string[]>(type: "text[]", nullable: false),
                    mapped_fields = table.Column<string[]>(type: "text[]", nullable: false),
                    notes = table.Column<string[]>(type: "text[]", nullable: false),
                    duplicates = table.Column<string>(type: "text", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    done_count = table.Column<int>(type: "integer", nullable: false),
                    is_cancel_asked = table.Column<bool>(type: "boolean", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_imports_duplicates", "duplicates in ('Skip', 'Update')");
                    table.CheckConstraint("ck_imports_status", "status in ('Mapping', 'Checking', 'Checked', 'Running', 'Finished', 'Cancelled', 'Undoing', 'Undone')");
                    table.ForeignKey(
                        name: "fk_imports_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imports_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_rows",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string>(type: "jsonb", nullable: false),
                    file_problems = table.Column<string>(type: "jsonb", nullable: false),
                    problems = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    is_known = table.Column<bool>(type: "boolean", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    saved_as = table.Column<long>(type: "bigint", nullable: true),
                    way_back = table.Column<string>(type: "json", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_rows", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_import_rows_state", "state in ('Unchecked', 'Ready', 'Problem', 'Created', 'Updated', 'Skipped', 'Failed', 'Reversed', 'Kept')");
                    table.ForeignKey(
                        name: "fk_import_rows_imports_org_id_import_id",
                        columns: x => new { x.org_id, x.import_id },
                        principalTable: "imports",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_import_rows_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_org_id_import_id_line",
                table: "import_rows",
                columns: new[] { "org_id", "import_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_org_id_import_id_number",
                table: "import_rows",
                columns: new[] { "org_id", "import_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_org_id_import_id_state_line",
                table: "import_rows",
                columns: new[] { "org_id", "import_id", "state", "line" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_org_id_created_at",
                table: "imports",
                columns: new[] { "org_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_org_id_member_id",
                table: "imports",
                columns: new[] { "org_id", "member_id" });

            migrationBuilder.Fenced("imports", "import_rows");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_rows");

            migrationBuilder.DropTable(
                name: "imports");
        }
    }
}
