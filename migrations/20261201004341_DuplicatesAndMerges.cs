using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class DuplicatesAndMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "contacts",
                type: "text",
                nullable: true,
                computedColumnSql: "lower(trim(first_name || ' ' || last_name))",
                stored: true);

            migrationBuilder.CreateTable(
                name: "duplicate_pairs",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strength = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_pairs", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_duplicate_pairs_kind", "kind in ('People', 'Companies')");
                    table.ForeignKey(
                        name: "fk_duplicate_pairs_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_searches",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    whole_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_searches", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_duplicate_searches_kind", "kind in ('People', 'Companies')");
                    table.ForeignKey(
                        name: "fk_duplicate_searches_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pair_dismissals",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_dismissals", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_pair_dismissals_kind", "kind in ('People', 'Companies')");
                    table.ForeignKey(
                        name: "fk_pair_dismissals_members_org_id_by",
                        columns: x => new { x.org_id, x.by },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pair_dismissals_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_merges",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    survivor_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    lost_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lost_name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    picks = table.Column<string[]>(type: "text[]", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    steps = table.Column<string>(type: "text", nullable: false),
                    parted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    stayed = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_merges", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_record_merges_kind", "kind in ('People', 'Companies')");
                    table.ForeignKey(
                        name: "fk_record_merges_members_org_id_by",
                        columns: x => new { x.org_id, x.by },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_record_merges_members_org_id_parted_by",
                        columns: x => new { x.org_id, x.parted_by },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_record_merges_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_name_key",
                table: "contacts",
                columns: new[] { "org_id", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_updated_at",
                table: "contacts",
                columns: new[] { "org_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_addresses_org_id_zip",
                table: "contact_addresses",
                columns: new[] { "org_id", "zip" },
                filter: "zip is not null");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_org_id_first_id_second_id",
                table: "duplicate_pairs",
                columns: new[] { "org_id", "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_org_id_kind_strength_id",
                table: "duplicate_pairs",
                columns: new[] { "org_id", "kind", "strength", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pairs_org_id_second_id",
                table: "duplicate_pairs",
                columns: new[] { "org_id", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_searches_org_id_kind",
                table: "duplicate_searches",
                columns: new[] { "org_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_pair_dismissals_org_id_by",
                table: "pair_dismissals",
                columns: new[] { "org_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_pair_dismissals_org_id_first_id_second_id",
                table: "pair_dismissals",
                columns: new[] { "org_id", "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_org_id_at_id",
                table: "record_merges",
                columns: new[] { "org_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_org_id_by",
                table: "record_merges",
                columns: new[] { "org_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_org_id_lost_id",
                table: "record_merges",
                columns: new[] { "org_id", "lost_id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_org_id_parted_by",
                table: "record_merges",
                columns: new[] { "org_id", "parted_by" });

            migrationBuilder.CreateIndex(
                name: "ix_record_merges_org_id_survivor_id",
                table: "record_merges",
                columns: new[] { "org_id", "survivor_id" });

            migrationBuilder.Fenced("duplicate_pairs", "duplicate_searches", "pair_dismissals", "record_merges");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duplicate_pairs");

            migrationBuilder.DropTable(
                name: "duplicate_searches");

            migrationBuilder.DropTable(
                name: "pair_dismissals");

            migrationBuilder.DropTable(
                name: "record_merges");

            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_name_key",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_updated_at",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contact_addresses_org_id_zip",
                table: "contact_addresses");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "contacts");
        }
    }
}
