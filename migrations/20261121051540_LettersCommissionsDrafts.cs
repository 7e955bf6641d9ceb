using System;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class LettersCommissionsDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "undone_as",
                table: "undo_entries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "gets_updates",
                table: "loan_parties",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "commission_plans",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    is_usual = table.Column<bool>(type: "boolean", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commission_plans", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_commission_plans_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "character varying(65536)", maxLength: 65536, nullable: false),
                    access_version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_drafts_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_drafts_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_limits",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    max_price = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    max_amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    max_ltv = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: false),
                    programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_limits", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_letter_limits_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_letter_limits_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letterheads",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    legal_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    nmls_id = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    town = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    web = table.Column<string>(type: "text", nullable: true),
                    color = table.Column<string>(type: "text", nullable: false),
                    fine_print = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    logo_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letterheads", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_letterheads_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_letters",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    price = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_letters", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_loan_letters_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_letters_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_updates",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    cancelled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_updates", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_updates_state", "state in ('Waiting', 'Sending', 'Sent', 'Cancelled', 'Bounced', 'Failed')");
                    table.ForeignKey(
                        name: "fk_loan_updates_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_updates_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_updates_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_updates_pipeline_stages_org_id_stage_id",
                        columns: x => new { x.org_id, x.stage_id },
                        principalTable: "pipeline_stages",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "update_policies",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    wait_seconds = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_update_policies", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_update_policies_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "update_templates",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    milestone = table.Column<string>(type: "text", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    subject = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_update_templates", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_update_templates_audience", "audience in ('Borrowers', 'Agents')");
                    table.CheckConstraint("ck_update_templates_milestone", "milestone in ('Lead', 'Contacted', 'Qualification', 'PreApproval', 'Application', 'Processing', 'Submittal', 'ConditionalApproval', 'ClearToClose', 'Closing', 'Funding', 'Completion')");
                    table.ForeignKey(
                        name: "fk_update_templates_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commission_assignments",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commission_assignments", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_commission_assignments_commission_plans_org_id_plan_id",
                        columns: x => new { x.org_id, x.plan_id },
                        principalTable: "commission_plans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commission_assignments_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commission_assignments_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commissions",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    referrer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    funded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    gross = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    computed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commissions", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_commissions_commission_plans_org_id_plan_id",
                        columns: x => new { x.org_id, x.plan_id },
                        principalTable: "commission_plans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commissions_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_commissions_members_org_id_officer_id",
                        columns: x => new { x.org_id, x.officer_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commissions_members_org_id_referrer_id",
                        columns: x => new { x.org_id, x.referrer_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commissions_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commission_lines",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    commission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    payee = table.Column<string>(type: "text", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    percent = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commission_lines", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_commission_lines_payee", "payee in ('Officer', 'Processor', 'Member', 'Referrer', 'Company')");
                    table.ForeignKey(
                        name: "fk_commission_lines_commissions_org_id_commission_id",
                        columns: x => new { x.org_id, x.commission_id },
                        principalTable: "commissions",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_commission_lines_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commission_lines_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_commission_assignments_org_id_member_id",
                table: "commission_assignments",
                columns: new[] { "org_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commission_assignments_org_id_plan_id",
                table: "commission_assignments",
                columns: new[] { "org_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commission_lines_org_id_commission_id",
                table: "commission_lines",
                columns: new[] { "org_id", "commission_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commission_lines_org_id_member_id",
                table: "commission_lines",
                columns: new[] { "org_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commission_plans_org_id_name",
                table: "commission_plans",
                columns: new[] { "org_id", "name" },
                unique: true,
                filter: "retired_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_commissions_org_id_loan_id",
                table: "commissions",
                columns: new[] { "org_id", "loan_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commissions_org_id_officer_id_funded_on",
                table: "commissions",
                columns: new[] { "org_id", "officer_id", "funded_on" });

            migrationBuilder.CreateIndex(
                name: "ix_commissions_org_id_plan_id",
                table: "commissions",
                columns: new[] { "org_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commissions_org_id_referrer_id",
                table: "commissions",
                columns: new[] { "org_id", "referrer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_org_id_at",
                table: "drafts",
                columns: new[] { "org_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_org_id_member_id_form",
                table: "drafts",
                columns: new[] { "org_id", "member_id", "form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_limits_org_id_loan_id",
                table: "letter_limits",
                columns: new[] { "org_id", "loan_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_letters_org_id_loan_id_place",
                table: "loan_letters",
                columns: new[] { "org_id", "loan_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_letters_org_id_number",
                table: "loan_letters",
                columns: new[] { "org_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_updates_org_id_contact_id",
                table: "loan_updates",
                columns: new[] { "org_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_updates_org_id_due_at",
                table: "loan_updates",
                columns: new[] { "org_id", "due_at" },
                filter: "due_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_loan_updates_org_id_loan_id_created_at",
                table: "loan_updates",
                columns: new[] { "org_id", "loan_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_updates_org_id_stage_id",
                table: "loan_updates",
                columns: new[] { "org_id", "stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_update_templates_org_id_key",
                table: "update_templates",
                columns: new[] { "org_id", "key" },
                unique: true);

            migrationBuilder.Fenced("commission_plans", "drafts", "letter_limits", "letterheads", "loan_letters", "loan_updates", "update_policies", "update_templates", "commission_assignments", "commissions", "commission_lines");

            migrationBuilder.Granted("access.letterhead", (BuiltInRole.Admin, Scope.Organization));
            migrationBuilder.Granted("compliance.overrides.decide", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization));
            migrationBuilder.Granted("compliance.calendar.edit", (BuiltInRole.Admin, Scope.Organization));
            migrationBuilder.Granted("loans.commissions.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.commissions.settle", (BuiltInRole.Admin, Scope.Organization));
            migrationBuilder.Granted("loans.commissions.plan", (BuiltInRole.Admin, Scope.Organization));
            migrationBuilder.Granted("loans.letters.write", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.papers.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.Viewer, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.files.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.papers.request", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.papers.review", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.conditions", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.updates.send", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.conditions.waive", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.papers.templates", (BuiltInRole.Admin, Scope.Organization));
            migrationBuilder.Granted("loans.updates.word", (BuiltInRole.Admin, Scope.Organization));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commission_assignments");

            migrationBuilder.DropTable(
                name: "commission_lines");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "letter_limits");

            migrationBuilder.DropTable(
                name: "letterheads");

            migrationBuilder.DropTable(
                name: "loan_letters");

            migrationBuilder.DropTable(
                name: "loan_updates");

            migrationBuilder.DropTable(
                name: "update_policies");

            migrationBuilder.DropTable(
                name: "update_templates");

            migrationBuilder.DropTable(
                name: "commissions");

            migrationBuilder.DropTable(
                name: "commission_plans");

            migrationBuilder.DropColumn(
                name: "undone_as",
                table: "undo_entries");

            migrationBuilder.DropColumn(
                name: "gets_updates",
                table: "loan_parties");
        }
    }
}
