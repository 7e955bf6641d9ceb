using System;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class DemographicRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_hmda_records_score_model",
                table: "hmda_records");

            migrationBuilder.CreateTable(
                name: "demographic_records",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    collected_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: false),
                    ethnicities = table.Column<int[]>(type: "integer[]", nullable: false),
                    other_ethnicity = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    is_ethnicity_observed = table.Column<bool>(type: "boolean", nullable: false),
                    races = table.Column<int[]>(type: "integer[]", nullable: false),
                    tribe = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    other_asian = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    other_pacific_islander = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    is_race_observed = table.Column<bool>(type: "boolean", nullable: false),
                    sex = table.Column<int>(type: "integer", nullable: false),
                    is_sex_observed = table.Column<bool>(type: "boolean", nullable: false),
                    age = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demographic_records", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_demographic_records_taken_by", "taken_by in ('FaceToFace', 'Telephone', 'Mail', 'Internet')");
                    table.ForeignKey(
                        name: "fk_demographic_records_loan_parties_org_id_party_id",
                        columns: x => new { x.org_id, x.party_id },
                        principalTable: "loan_parties",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_demographic_records_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_demographic_records_members_org_id_recorded_by",
                        columns: x => new { x.org_id, x.recorded_by },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_demographic_records_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_hmda_records_score_model",
                table: "hmda_records",
                sql: "score_model in ('EquifaxBeacon5', 'ExperianFairIsaac', 'FicoClassic04', 'FicoClassic98', 'Vantage2', 'Vantage3', 'Several', 'Other', 'None', 'Fico9', 'Fico8', 'Fico10', 'Fico10T', 'Vantage4')");

            migrationBuilder.CreateIndex(
                name: "ix_demographic_records_org_id_loan_id",
                table: "demographic_records",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_demographic_records_org_id_party_id_number",
                table: "demographic_records",
                columns: new[] { "org_id", "party_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_demographic_records_org_id_recorded_by",
                table: "demographic_records",
                columns: new[] { "org_id", "recorded_by" });

            migrationBuilder.Fenced("demographic_records");

            migrationBuilder.Granted("loans.demographics.collect", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.demographics.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demographic_records");

            migrationBuilder.DropCheckConstraint(
                name: "ck_hmda_records_score_model",
                table: "hmda_records");

            migrationBuilder.AddCheckConstraint(
                name: "ck_hmda_records_score_model",
                table: "hmda_records",
                sql: "score_model in ('EquifaxBeacon5', 'ExperianFairIsaac', 'FicoClassic04', 'FicoClassic98', 'Vantage2', 'Vantage3', 'Several', 'Other', 'None')");
        }
    }
}
