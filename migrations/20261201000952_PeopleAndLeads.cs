using System;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class PeopleAndLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_owner_id",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_activities_kind",
                table: "activities");

            migrationBuilder.AddColumn<Guid>(
                name: "company_id",
                table: "contacts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "do_not_call_since",
                table: "contacts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "email_label",
                table: "contacts",
                type: "text",
                nullable: false,
                defaultValue: "Home");

            migrationBuilder.AddColumn<Guid>(
                name: "household_id",
                table: "contacts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "job_title",
                table: "contacts",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "contacts",
                type: "text",
                nullable: false,
                defaultValue: "Client");

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "contacts",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_touch_at",
                table: "contacts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone_label",
                table: "contacts",
                type: "text",
                nullable: false,
                defaultValue: "Mobile");

            migrationBuilder.AddColumn<string>(
                name: "preferred_channel",
                table: "contacts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "contacts",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "contacts",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "time_zone",
                table: "contacts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_inbound",
                table: "activities",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "activities",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "result",
                table: "activities",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    name_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    phone_key = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    email_key = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    zip = table.Column<string>(type: "text", nullable: true),
                    licence_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    licence_state = table.Column<string>(type: "text", nullable: true),
                    licence_expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rating = table.Column<decimal>(type: "numeric(3,2)", precision: 3, scale: 2, nullable: true),
                    rating_count = table.Column<int>(type: "integer", nullable: true),
                    website = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    linked_in = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    facebook = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    instagram = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_companies", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_companies_kind", "kind in ('Brokerage', 'Title', 'Builder', 'Insurance', 'Employer', 'Lender', 'Other')");
                    table.ForeignKey(
                        name: "fk_companies_members_org_id_owner_id",
                        columns: x => new { x.org_id, x.owner_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_companies_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_addresses",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    street = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    city = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    state = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    zip = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_addresses", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_contact_addresses_label", "label in ('Mobile', 'Home', 'Work', 'Other')");
                    table.ForeignKey(
                        name: "fk_contact_addresses_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contact_addresses_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_dates",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    month = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_dates", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_contact_dates_kind", "kind in ('Birthday', 'Anniversary', 'HomeAnniversary', 'Other')");
                    table.ForeignKey(
                        name: "fk_contact_dates_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contact_dates_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_reaches",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_reaches", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_contact_reaches_kind", "kind in ('Email', 'Phone')");
                    table.CheckConstraint("ck_contact_reaches_label", "label in ('Mobile', 'Home', 'Work', 'Other')");
                    table.ForeignKey(
                        name: "fk_contact_reaches_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contact_reaches_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "custom_fields",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    choices = table.Column<string[]>(type: "text[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custom_fields", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_custom_fields_kind", "kind in ('Text', 'Number', 'Date', 'YesNo', 'Choice')");
                    table.ForeignKey(
                        name: "fk_custom_fields_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_households", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_households_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lead_ponds",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_ponds", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_ponds_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_ponds_teams_org_id_team_id",
                        columns: x => new { x.org_id, x.team_id },
                        principalTable: "teams",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tags",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tags", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_tags_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "custom_values",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    field_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custom_values", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_custom_values_custom_fields_org_id_field_id",
                        columns: x => new { x.org_id, x.field_id },
                        principalTable: "custom_fields",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_custom_values_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leads",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pond_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    escalated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_breached = table.Column<bool>(type: "boolean", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    source_detail = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    utm_source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    utm_medium = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    utm_campaign = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    referrer_contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    interest = table.Column<string>(type: "text", nullable: true),
                    timeline = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    property_state = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    message = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    inquiries = table.Column<int>(type: "integer", nullable: false),
                    last_inquiry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lost_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    score = table.Column<int>(type: "integer", nullable: true),
                    band = table.Column<string>(type: "text", nullable: true),
                    scored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    first_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_contact_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_contact_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    snoozed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_step = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    next_step_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_cents = table.Column<long>(type: "bigint", nullable: true, computedColumnSql: "(amount * 100)::bigint", stored: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leads", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_leads_band", "band in ('Cold', 'Warm', 'Hot')");
                    table.CheckConstraint("ck_leads_interest", "interest in ('Purchase', 'Refinance', 'CashOut', 'HomeEquity', 'Investment', 'PreApproval', 'Other')");
                    table.CheckConstraint("ck_leads_status", "status in ('New', 'Contacted', 'Qualified', 'Nurturing', 'Converted', 'Lost', 'Unqualified')");
                    table.CheckConstraint("ck_leads_timeline", "timeline in ('Now', 'ThreeMonths', 'SixMonths', 'Later')");
                    table.ForeignKey(
                        name: "fk_leads_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_contacts_org_id_referrer_contact_id",
                        columns: x => new { x.org_id, x.referrer_contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_lead_ponds_org_id_pond_id",
                        columns: x => new { x.org_id, x.pond_id },
                        principalTable: "lead_ponds",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_members_org_id_assignee_id",
                        columns: x => new { x.org_id, x.assignee_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_tags",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_tags", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_record_tags_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_record_tags_tags_org_id_tag_id",
                        columns: x => new { x.org_id, x.tag_id },
                        principalTable: "tags",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_assignments",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pond_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rule = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_assignments", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_lead_assignments_kind", "kind in ('Routed', 'Claimed', 'Given', 'Reassigned', 'Ponded')");
                    table.ForeignKey(
                        name: "fk_lead_assignments_leads_org_id_lead_id",
                        columns: x => new { x.org_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lead_assignments_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_assignments_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_company_id",
                table: "contacts",
                columns: new[] { "org_id", "company_id" },
                filter: "company_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_household_id",
                table: "contacts",
                columns: new[] { "org_id", "household_id" },
                filter: "household_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_last_name_first_name_id",
                table: "contacts",
                columns: new[] { "org_id", "last_name", "first_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_last_touch_at_id",
                table: "contacts",
                columns: new[] { "org_id", "last_touch_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_owner_id_id",
                table: "contacts",
                columns: new[] { "org_id", "owner_id", "id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_email_label",
                table: "contacts",
                sql: "email_label in ('Mobile', 'Home', 'Work', 'Other')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_kind",
                table: "contacts",
                sql: "kind in ('Client', 'Prospect', 'Agent', 'Partner', 'Other')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_phone_label",
                table: "contacts",
                sql: "phone_label in ('Mobile', 'Home', 'Work', 'Other')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_preferred_channel",
                table: "contacts",
                sql: "preferred_channel in ('Email', 'Sms', 'Call', 'Post')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_kind",
                table: "activities",
                sql: "kind in ('Note', 'Call', 'Email', 'Sms', 'Meeting', 'System')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_result",
                table: "activities",
                sql: "result in ('Reached', 'LeftMessage', 'NoAnswer', 'WrongNumber')");

            migrationBuilder.CreateIndex(
                name: "ix_companies_org_id_created_at_id",
                table: "companies",
                columns: new[] { "org_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_companies_org_id_domain",
                table: "companies",
                columns: new[] { "org_id", "domain" },
                filter: "domain is not null");

            migrationBuilder.CreateIndex(
                name: "ix_companies_org_id_name_id",
                table: "companies",
                columns: new[] { "org_id", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_companies_org_id_name_key",
                table: "companies",
                columns: new[] { "org_id", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_companies_org_id_owner_id",
                table: "companies",
                columns: new[] { "org_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_companies_org_id_phone_key",
                table: "companies",
                columns: new[] { "org_id", "phone_key" },
                filter: "phone_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_addresses_org_id_contact_id",
                table: "contact_addresses",
                columns: new[] { "org_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_dates_org_id_contact_id",
                table: "contact_dates",
                columns: new[] { "org_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_dates_org_id_month_day",
                table: "contact_dates",
                columns: new[] { "org_id", "month", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_reaches_org_id_contact_id",
                table: "contact_reaches",
                columns: new[] { "org_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_reaches_org_id_key",
                table: "contact_reaches",
                columns: new[] { "org_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_custom_fields_org_id_entity_type_name",
                table: "custom_fields",
                columns: new[] { "org_id", "entity_type", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_custom_values_org_id_entity_id_field_id",
                table: "custom_values",
                columns: new[] { "org_id", "entity_id", "field_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_custom_values_org_id_field_id_text_entity_id",
                table: "custom_values",
                columns: new[] { "org_id", "field_id", "text", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_assignments_org_id_lead_id_at",
                table: "lead_assignments",
                columns: new[] { "org_id", "lead_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_assignments_org_id_member_id",
                table: "lead_assignments",
                columns: new[] { "org_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_ponds_org_id_name",
                table: "lead_ponds",
                columns: new[] { "org_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_ponds_org_id_team_id",
                table: "lead_ponds",
                columns: new[] { "org_id", "team_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_open_contact",
                table: "leads",
                columns: new[] { "org_id", "contact_id" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_amount_cents_id",
                table: "leads",
                columns: new[] { "org_id", "amount_cents", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_answer_by_id",
                table: "leads",
                columns: new[] { "org_id", "answer_by", "id" },
                filter: "answer_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_assignee_id_received_at_id",
                table: "leads",
                columns: new[] { "org_id", "assignee_id", "received_at", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_claim_by",
                table: "leads",
                columns: new[] { "org_id", "claim_by" },
                filter: "claim_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_contact_id_received_at",
                table: "leads",
                columns: new[] { "org_id", "contact_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_ended_at_id",
                table: "leads",
                columns: new[] { "org_id", "ended_at", "id" },
                filter: "ended_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_last_contact_at_id",
                table: "leads",
                columns: new[] { "org_id", "last_contact_at", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_loan_id",
                table: "leads",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_name_id",
                table: "leads",
                columns: new[] { "org_id", "name", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_pond_id_received_at_id",
                table: "leads",
                columns: new[] { "org_id", "pond_id", "received_at", "id" },
                filter: "pond_id is not null and ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_received_at_id",
                table: "leads",
                columns: new[] { "org_id", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_referrer_contact_id",
                table: "leads",
                columns: new[] { "org_id", "referrer_contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_score_id",
                table: "leads",
                columns: new[] { "org_id", "score", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_leads_org_id_status_received_at_id",
                table: "leads",
                columns: new[] { "org_id", "status", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_tags_org_id_entity_id_tag_id",
                table: "record_tags",
                columns: new[] { "org_id", "entity_id", "tag_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_record_tags_org_id_tag_id_entity_type_entity_id",
                table: "record_tags",
                columns: new[] { "org_id", "tag_id", "entity_type", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tags_org_id_key",
                table: "tags",
                columns: new[] { "org_id", "key" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_contacts_companies_org_id_company_id",
                table: "contacts",
                columns: new[] { "org_id", "company_id" },
                principalTable: "companies",
                principalColumns: new[] { "org_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_contacts_households_org_id_household_id",
                table: "contacts",
                columns: new[] { "org_id", "household_id" },
                principalTable: "households",
                principalColumns: new[] { "org_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Fenced("companies", "contact_addresses", "contact_dates", "contact_reaches", "custom_fields", "households", "lead_ponds", "tags", "custom_values", "leads", "record_tags", "lead_assignments");

            migrationBuilder.Granted("contacts.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.Viewer, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("contacts.edit", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("contacts.merge", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("contacts.import", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("contacts.export", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("contacts.fields", (BuiltInRole.Admin, Scope.Organization));
            migrationBuilder.Granted("contacts.share-views", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team));
            migrationBuilder.Granted("leads.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.Viewer, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("leads.amounts", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Viewer, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("leads.work", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("leads.assign", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team));
            migrationBuilder.Granted("leads.convert", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("leads.import", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("leads.export", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own), (BuiltInRole.SalesRep, Scope.Own));
            migrationBuilder.Granted("leads.share-views", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team));
            migrationBuilder.Granted("leads.route", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Organization));
            migrationBuilder.Granted("leads.capture", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Organization));
            migrationBuilder.Granted("leads.scores", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_contacts_companies_org_id_company_id",
                table: "contacts");

            migrationBuilder.DropForeignKey(
                name: "fk_contacts_households_org_id_household_id",
                table: "contacts");

            migrationBuilder.DropTable(
                name: "companies");

            migrationBuilder.DropTable(
                name: "contact_addresses");

            migrationBuilder.DropTable(
                name: "contact_dates");

            migrationBuilder.DropTable(
                name: "contact_reaches");

            migrationBuilder.DropTable(
                name: "custom_values");

            migrationBuilder.DropTable(
                name: "households");

            migrationBuilder.DropTable(
                name: "lead_assignments");

            migrationBuilder.DropTable(
                name: "record_tags");

            migrationBuilder.DropTable(
                name: "custom_fields");

            migrationBuilder.DropTable(
                name: "leads");

            migrationBuilder.DropTable(
                name: "tags");

            migrationBuilder.DropTable(
                name: "lead_ponds");

            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_company_id",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_household_id",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_last_name_first_name_id",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_last_touch_at_id",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_org_id_owner_id_id",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_email_label",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_kind",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_phone_label",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_preferred_channel",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_activities_kind",
                table: "activities");

            migrationBuilder.DropCheckConstraint(
                name: "ck_activities_result",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "company_id",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "do_not_call_since",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "email_label",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "household_id",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "job_title",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "language",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "last_touch_at",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "phone_label",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "preferred_channel",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "source",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "state",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "time_zone",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "is_inbound",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "result",
                table: "activities");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_owner_id",
                table: "contacts",
                columns: new[] { "org_id", "owner_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_kind",
                table: "activities",
                sql: "kind in ('Note', 'Call', 'Email', 'Meeting', 'System')");
        }
    }
}
