using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class LoanClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "application_complete_on",
                table: "loans",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "adverse_actions",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    other_reason = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adverse_actions", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_adverse_actions_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_adverse_actions_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    receipt_evidence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    apr = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: true),
                    product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    has_prepayment_penalty = table.Column<bool>(type: "boolean", nullable: false),
                    is_rate_locked = table.Column<bool>(type: "boolean", nullable: false),
                    is_irregular = table.Column<bool>(type: "boolean", nullable: false),
                    costs_expire_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosures", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_disclosures_kind", "kind in ('LoanEstimate', 'ClosingDisclosure')");
                    table.CheckConstraint("ck_disclosures_method", "method in ('InPerson', 'Electronic', 'UsMail', 'Courier', 'Fax', 'Other')");
                    table.ForeignKey(
                        name: "fk_disclosures_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_disclosures_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "due_tasks",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    origin = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_tasks", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_due_tasks_members_org_id_assignee_id",
                        columns: x => new { x.org_id, x.assignee_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_due_tasks_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fees",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    paid_to = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    bucket = table.Column<string>(type: "text", nullable: false),
                    estimated = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    charged = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    imposed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_credit_report = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fees", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_fees_bucket", "bucket in ('Zero', 'TenPercent', 'Unlimited')");
                    table.CheckConstraint("ck_fees_section", "section in ('A', 'B', 'C', 'E', 'F', 'G', 'H', 'J')");
                    table.ForeignKey(
                        name: "fk_fees_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_fees_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hmda_records",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uli = table.Column<string>(type: "text", nullable: true),
                    is_preapproval = table.Column<bool>(type: "boolean", nullable: false),
                    is_manufactured = table.Column<bool>(type: "boolean", nullable: false),
                    total_units = table.Column<int>(type: "integer", nullable: true),
                    county = table.Column<string>(type: "text", nullable: true),
                    census_tract = table.Column<string>(type: "text", nullable: true),
                    income_thousands = table.Column<int>(type: "integer", nullable: true),
                    purchaser = table.Column<string>(type: "text", nullable: false),
                    rate_spread = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: true),
                    is_high_cost = table.Column<bool>(type: "boolean", nullable: true),
                    is_subordinate_lien = table.Column<bool>(type: "boolean", nullable: false),
                    credit_score = table.Column<int>(type: "integer", nullable: true),
                    score_model = table.Column<string>(type: "text", nullable: false),
                    debt_to_income = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    introductory_months = table.Column<int>(type: "integer", nullable: true),
                    prepayment_penalty_months = table.Column<int>(type: "integer", nullable: true),
                    has_balloon = table.Column<bool>(type: "boolean", nullable: false),
                    has_interest_only = table.Column<bool>(type: "boolean", nullable: false),
                    has_negative_amortization = table.Column<bool>(type: "boolean", nullable: false),
                    came_directly = table.Column<bool>(type: "boolean", nullable: false),
                    is_initially_payable = table.Column<bool>(type: "boolean", nullable: false),
                    nmlsr_id = table.Column<string>(type: "text", nullable: true),
                    is_reverse = table.Column<bool>(type: "boolean", nullable: false),
                    is_open_end = table.Column<bool>(type: "boolean", nullable: false),
                    is_business_purpose = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hmda_records", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_hmda_records_purchaser", "purchaser in ('None', 'FannieMae', 'GinnieMae', 'FreddieMac', 'FarmerMac', 'PrivateSecuritizer', 'Bank', 'Affiliate', 'Other', 'MortgageCompany', 'LifeInsurer')");
                    table.CheckConstraint("ck_hmda_records_score_model", "score_model in ('EquifaxBeacon5', 'ExperianFairIsaac', 'FicoClassic04', 'FicoClassic98', 'Vantage2', 'Vantage3', 'Several', 'Other', 'None')");
                    table.ForeignKey(
                        name: "fk_hmda_records_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hmda_records_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lender_profiles",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    open_days = table.Column<string[]>(type: "text[]", nullable: false),
                    closes_on_holidays = table.Column<bool>(type: "boolean", nullable: false),
                    closes_on_observed_holidays = table.Column<bool>(type: "boolean", nullable: false),
                    lei = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lender_profiles", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_lender_profiles_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loaded_rule_packs",
                columns: table => new
                {
                    digest = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loaded_rule_packs", x => x.digest);
                });

            migrationBuilder.CreateTable(
                name: "loan_application_pieces",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    piece = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_application_pieces", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_application_pieces_piece", "piece in ('Name', 'Income', 'SocialSecurityNumber', 'PropertyAddress', 'EstimatedValue', 'LoanAmount')");
                    table.ForeignKey(
                        name: "fk_loan_application_pieces_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_application_pieces_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_notices",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_notices", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_notices_kind", "kind in ('IntentToProceed', 'Approval', 'Counteroffer', 'CounterofferTaken', 'Incompleteness', 'AdverseAction', 'RightToRescind', 'ToleranceRefund')");
                    table.ForeignKey(
                        name: "fk_loan_notices_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_notices_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_days",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_days", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_office_days_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "regulatory_parameters",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    label = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    citation = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regulatory_parameters", x => new { x.name, x.effective_from });
                    table.CheckConstraint("ck_regulatory_parameters_unit", "unit in ('Number', 'Dollars', 'Percent', 'PercentagePoints', 'Holiday')");
                });

            migrationBuilder.CreateTable(
                name: "rule_overrides",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    for_day = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_overrides", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_rule_overrides_state", "state in ('Requested', 'Approved', 'Declined')");
                    table.ForeignKey(
                        name: "fk_rule_overrides_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_versions",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    citation = table.Column<string>(type: "text", nullable: false),
                    counts = table.Column<string>(type: "text", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: true),
                    severity = table.Column<string>(type: "text", nullable: false),
                    jurisdiction = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_versions", x => new { x.code, x.effective_from });
                    table.CheckConstraint("ck_rule_versions_counts", "counts in ('Calendar', 'General', 'Specific')");
                    table.CheckConstraint("ck_rule_versions_severity", "severity in ('Block', 'Override', 'Warn', 'Task')");
                });

            migrationBuilder.CreateTable(
                name: "compliance_entries",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "text", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    rule_pack = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    override_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compliance_entries", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_compliance_entries_outcome", "outcome in ('Passed', 'Blocked', 'Overridden')");
                    table.ForeignKey(
                        name: "fk_compliance_entries_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_compliance_entries_rule_overrides_org_id_override_id",
                        columns: x => new { x.org_id, x.override_id },
                        principalTable: "rule_overrides",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_application_complete_on_id",
                table: "loans",
                columns: new[] { "org_id", "application_complete_on", "id" },
                filter: "ended_at is null and funded_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_adverse_actions_org_id_loan_id",
                table: "adverse_actions",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_compliance_entries_org_id_at_id",
                table: "compliance_entries",
                columns: new[] { "org_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_compliance_entries_org_id_entity_type_entity_id_at",
                table: "compliance_entries",
                columns: new[] { "org_id", "entity_type", "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_compliance_entries_org_id_override_id",
                table: "compliance_entries",
                columns: new[] { "org_id", "override_id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosures_org_id_loan_id_kind_number",
                table: "disclosures",
                columns: new[] { "org_id", "loan_id", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_due_tasks_org_id_assignee_id",
                table: "due_tasks",
                columns: new[] { "org_id", "assignee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_due_tasks_org_id_due_on_id",
                table: "due_tasks",
                columns: new[] { "org_id", "due_on", "id" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_due_tasks_org_id_entity_id_origin",
                table: "due_tasks",
                columns: new[] { "org_id", "entity_id", "origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_due_tasks_org_id_entity_type_entity_id",
                table: "due_tasks",
                columns: new[] { "org_id", "entity_type", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fees_org_id_loan_id",
                table: "fees",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_hmda_records_org_id_loan_id",
                table: "hmda_records",
                columns: new[] { "org_id", "loan_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_pieces_org_id_loan_id_piece",
                table: "loan_application_pieces",
                columns: new[] { "org_id", "loan_id", "piece" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_notices_org_id_loan_id",
                table: "loan_notices",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_office_days_org_id_day",
                table: "office_days",
                columns: new[] { "org_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rule_overrides_org_id_entity_type_entity_id",
                table: "rule_overrides",
                columns: new[] { "org_id", "entity_type", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rule_overrides_org_id_requested_at_id",
                table: "rule_overrides",
                columns: new[] { "org_id", "requested_at", "id" },
                filter: "state = 'Requested'");

            migrationBuilder.Fenced("adverse_actions");
            migrationBuilder.Fenced("disclosures");
            migrationBuilder.Fenced("due_tasks");
            migrationBuilder.Fenced("fees");
            migrationBuilder.Fenced("hmda_records");
            migrationBuilder.Fenced("lender_profiles");
            migrationBuilder.Fenced("loan_application_pieces");
            migrationBuilder.Fenced("loan_notices");
            migrationBuilder.Fenced("office_days");
            migrationBuilder.Fenced("rule_overrides");
            migrationBuilder.Fenced("compliance_entries");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adverse_actions");

            migrationBuilder.DropTable(
                name: "compliance_entries");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "due_tasks");

            migrationBuilder.DropTable(
                name: "fees");

            migrationBuilder.DropTable(
                name: "hmda_records");

            migrationBuilder.DropTable(
                name: "lender_profiles");

            migrationBuilder.DropTable(
                name: "loaded_rule_packs");

            migrationBuilder.DropTable(
                name: "loan_application_pieces");

            migrationBuilder.DropTable(
                name: "loan_notices");

            migrationBuilder.DropTable(
                name: "office_days");

            migrationBuilder.DropTable(
                name: "regulatory_parameters");

            migrationBuilder.DropTable(
                name: "rule_versions");

            migrationBuilder.DropTable(
                name: "rule_overrides");

            migrationBuilder.DropIndex(
                name: "ix_loans_org_id_application_complete_on_id",
                table: "loans");

            migrationBuilder.DropColumn(
                name: "application_complete_on",
                table: "loans");
        }
    }
}
