using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class ImportMachinery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_rows");

            migrationBuilder.DropIndex(
                name: "ix_imports_org_id_created_at",
                table: "imports");

            migrationBuilder.AddColumn<int>(
                name: "chunk_count",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "done_chunks",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "import_chunks",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    lines = table.Column<int[]>(type: "integer[]", nullable: false),
                    rows = table.Column<byte[]>(type: "bytea", nullable: false),
                    verdicts = table.Column<byte[]>(type: "bytea", nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    counts = table.Column<int[]>(type: "integer[]", nullable: false),
                    known_count = table.Column<int>(type: "integer", nullable: false),
                    saved_as = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_chunks", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_import_chunks_imports_org_id_import_id",
                        columns: x => new { x.org_id, x.import_id },
                        principalTable: "imports",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_import_chunks_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_imports_org_id_kind_created_at",
                table: "imports",
                columns: new[] { "org_id", "kind", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_import_chunks_org_id_import_id_position",
                table: "import_chunks",
                columns: new[] { "org_id", "import_id", "position" },
                unique: true);

            migrationBuilder.Fenced("import_chunks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_chunks");

            migrationBuilder.DropIndex(
                name: "ix_imports_org_id_kind_created_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "chunk_count",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "done_chunks",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "imports");

            migrationBuilder.CreateTable(
                name: "import_rows",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cells = table.Column<string>(type: "jsonb", nullable: false),
                    file_problems = table.Column<string>(type: "jsonb", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_known = table.Column<bool>(type: "boolean", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    problems = table.Column<string>(type: "jsonb", nullable: false),
                    saved_as = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
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
                name: "ix_imports_org_id_created_at",
                table: "imports",
                columns: new[] { "org_id", "created_at" });

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
        }
    }
}
