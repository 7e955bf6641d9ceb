using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organizations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organizations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_hits",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_name = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_hits", x => new { x.org_id, x.kind, x.id, x.word });
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => new { x.org_id, x.word });
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "json", nullable: true),
                    after = table.Column<string>(type: "json", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_audit_entries_action", "action in ('Insert', 'Update', 'Delete', 'Read', 'Refused')");
                    table.ForeignKey(
                        name: "fk_audit_entries_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feature_flags",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    is_killed = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feature_flags", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_feature_flags_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_outbox_messages_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pipelines",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pipelines", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_pipelines_kind", "kind in ('Loan', 'Sales')");
                    table.ForeignKey(
                        name: "fk_pipelines_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    built_in = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roles", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_roles_built_in", "built_in in ('None', 'Admin', 'Manager', 'LoanOfficer', 'SalesRep', 'Assistant', 'Compliance', 'Viewer')");
                    table.ForeignKey(
                        name: "fk_roles_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_teams_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_teams_teams_org_id_parent_id",
                        columns: x => new { x.org_id, x.parent_id },
                        principalTable: "teams",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "undo_entries",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permission = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    steps = table.Column<string>(type: "json", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_as = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "(pg_current_xact_id()::xid::text::bigint)"),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_undo_entries", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_undo_entries_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_name = table.Column<string>(type: "text", nullable: false),
                    last_name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    nmls_id = table.Column<string>(type: "text", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    access_version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_members_status", "status in ('Active', 'Disabled')");
                    table.ForeignKey(
                        name: "fk_members_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_members_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_agent = table.Column<string>(type: "text", nullable: true),
                    ip_address = table.Column<string>(type: "text", nullable: true),
                    ticket = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_organizations",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_sign_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_organizations", x => new { x.user_id, x.org_id });
                    table.ForeignKey(
                        name: "fk_user_organizations_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_user_organizations_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_user_passkeys_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_audit_seals_audit_entries_org_id_id",
                        columns: x => new { x.org_id, x.id },
                        principalTable: "audit_entries",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_audit_seals_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feature_flag_rules",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    flag_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: true),
                    percentage = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feature_flag_rules", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_feature_flag_rules_target", "target in ('Role', 'Member', 'Percentage')");
                    table.ForeignKey(
                        name: "fk_feature_flag_rules_feature_flags_org_id_flag_id",
                        columns: x => new { x.org_id, x.flag_id },
                        principalTable: "feature_flags",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_feature_flag_rules_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pipeline_endings",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pipeline_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    needs_reason = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pipeline_endings", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_pipeline_endings_kind", "kind in ('Denied', 'Withdrawn', 'Incomplete', 'ApprovedNotAccepted', 'Lost', 'Junk')");
                    table.ForeignKey(
                        name: "fk_pipeline_endings_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pipeline_endings_pipelines_org_id_pipeline_id",
                        columns: x => new { x.org_id, x.pipeline_id },
                        principalTable: "pipelines",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pipeline_stages",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pipeline_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    milestone = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    color = table.Column<int>(type: "integer", nullable: false),
                    probability = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: false),
                    rots_after_days = table.Column<int>(type: "integer", nullable: true),
                    required_facts = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pipeline_stages", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_pipeline_stages_milestone", "milestone in ('Lead', 'Contacted', 'Qualification', 'PreApproval', 'Application', 'Processing', 'Submittal', 'ConditionalApproval', 'ClearToClose', 'Closing', 'Funding', 'Completion')");
                    table.ForeignKey(
                        name: "fk_pipeline_stages_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pipeline_stages_pipelines_org_id_pipeline_id",
                        columns: x => new { x.org_id, x.pipeline_id },
                        principalTable: "pipelines",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_permissions",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permission = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_permissions", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_role_permissions_scope", "scope in ('Own', 'Team', 'Organization')");
                    table.ForeignKey(
                        name: "fk_role_permissions_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_role_permissions_roles_org_id_role_id",
                        columns: x => new { x.org_id, x.role_id },
                        principalTable: "roles",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "activities",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activities", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_activities_kind", "kind in ('Note', 'Call', 'Email', 'Meeting', 'System')");
                    table.ForeignKey(
                        name: "fk_activities_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_activities_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    last_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    email_key = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    phone_key = table.Column<string>(type: "text", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_contacts_members_org_id_owner_id",
                        columns: x => new { x.org_id, x.owner_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contacts_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "invitations",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitations_members_org_id_invited_by",
                        columns: x => new { x.org_id, x.invited_by },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_roles_org_id_role_id",
                        columns: x => new { x.org_id, x.role_id },
                        principalTable: "roles",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_teams_org_id_team_id",
                        columns: x => new { x.org_id, x.team_id },
                        principalTable: "teams",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_roles",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_roles", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_member_roles_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_member_roles_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_roles_roles_org_id_role_id",
                        columns: x => new { x.org_id, x.role_id },
                        principalTable: "roles",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    href = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_notifications_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notifications_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_saved_views_members_org_id_owner_id",
                        columns: x => new { x.org_id, x.owner_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_saved_views_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leads = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_team_members_members_org_id_member_id",
                        columns: x => new { x.org_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_team_members_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_team_members_teams_org_id_team_id",
                        columns: x => new { x.org_id, x.team_id },
                        principalTable: "teams",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "loans",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    borrower_name = table.Column<string>(type: "text", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    processor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    lead_received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_contact_on = table.Column<DateOnly>(type: "date", nullable: true),
                    pre_qualified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    pre_approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    application_on = table.Column<DateOnly>(type: "date", nullable: true),
                    processing_on = table.Column<DateOnly>(type: "date", nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    conditionally_approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    clear_to_close_on = table.Column<DateOnly>(type: "date", nullable: true),
                    docs_out_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closing_on = table.Column<DateOnly>(type: "date", nullable: true),
                    funded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    shipped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    lock_status = table.Column<string>(type: "text", nullable: false),
                    locked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    lock_expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    pipeline_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ending_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    purchase_price = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    appraised_value = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    secondary_financing = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    occupancy = table.Column<string>(type: "text", nullable: true),
                    mortgage_type = table.Column<string>(type: "text", nullable: true),
                    product = table.Column<string>(type: "text", nullable: true),
                    term_months = table.Column<int>(type: "integer", nullable: true),
                    note_rate = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: true),
                    property_address = table.Column<string>(type: "text", nullable: true),
                    property_city = table.Column<string>(type: "text", nullable: true),
                    property_state = table.Column<string>(type: "text", nullable: true),
                    property_zip = table.Column<string>(type: "text", nullable: true),
                    amount_cents = table.Column<long>(type: "bigint", nullable: true, computedColumnSql: "(amount * 100)::bigint", stored: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loans", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loans_lock_status", "lock_status in ('Floating', 'Requested', 'Locked', 'Extended', 'Expired', 'Cancelled', 'Relocked')");
                    table.CheckConstraint("ck_loans_mortgage_type", "mortgage_type in ('Conventional', 'Fha', 'Va', 'Usda', 'Other')");
                    table.CheckConstraint("ck_loans_occupancy", "occupancy in ('PrimaryResidence', 'SecondHome', 'Investment')");
                    table.CheckConstraint("ck_loans_purpose", "purpose in ('Purchase', 'HomeImprovement', 'RefinanceNoCashOut', 'RefinanceLimitedCashOut', 'RefinanceCashOut', 'ConstructionOnly', 'ConstructionToPermanent', 'Other')");
                    table.ForeignKey(
                        name: "fk_loans_members_org_id_officer_id",
                        columns: x => new { x.org_id, x.officer_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_members_org_id_processor_id",
                        columns: x => new { x.org_id, x.processor_id },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_pipeline_endings_org_id_ending_id",
                        columns: x => new { x.org_id, x.ending_id },
                        principalTable: "pipeline_endings",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_pipeline_stages_org_id_stage_id",
                        columns: x => new { x.org_id, x.stage_id },
                        principalTable: "pipeline_stages",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_pipelines_org_id_pipeline_id",
                        columns: x => new { x.org_id, x.pipeline_id },
                        principalTable: "pipelines",
                        principalColumns: new[] { "org_id", "id" },
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

            migrationBuilder.CreateTable(
                name: "loan_parties",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_parties", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_parties_role", "role in ('Borrower', 'CoBorrower', 'BuyersAgent', 'ListingAgent', 'TitleCompany', 'Seller', 'Referrer')");
                    table.ForeignKey(
                        name: "fk_loan_parties_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_parties_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_parties_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_stage_visits",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_stage_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_stage_visits", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_loan_stage_visits_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_stage_visits_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_stage_visits_pipeline_stages_org_id_stage_id",
                        columns: x => new { x.org_id, x.stage_id },
                        principalTable: "pipeline_stages",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_activities_org_id_entity_type_entity_id_at_id",
                table: "activities",
                columns: new[] { "org_id", "entity_type", "entity_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activities_org_id_member_id",
                table: "activities",
                columns: new[] { "org_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_org_id_at_id",
                table: "audit_entries",
                columns: new[] { "org_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_org_id_entity_type_entity_id_at",
                table: "audit_entries",
                columns: new[] { "org_id", "entity_type", "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_seals_org_id_position",
                table: "audit_seals",
                columns: new[] { "org_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_created_at_id",
                table: "contacts",
                columns: new[] { "org_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_email_key",
                table: "contacts",
                columns: new[] { "org_id", "email_key" },
                filter: "email_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_owner_id",
                table: "contacts",
                columns: new[] { "org_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_org_id_phone_key",
                table: "contacts",
                columns: new[] { "org_id", "phone_key" },
                filter: "phone_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_feature_flag_rules_org_id_flag_id",
                table: "feature_flag_rules",
                columns: new[] { "org_id", "flag_id" });

            migrationBuilder.CreateIndex(
                name: "ix_feature_flags_org_id_key",
                table: "feature_flags",
                columns: new[] { "org_id", "key" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_invitations_org_id_invited_by",
                table: "invitations",
                columns: new[] { "org_id", "invited_by" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_org_id_role_id",
                table: "invitations",
                columns: new[] { "org_id", "role_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_org_id_secret_hash",
                table: "invitations",
                columns: new[] { "org_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_org_id_team_id",
                table: "invitations",
                columns: new[] { "org_id", "team_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_parties_org_id_contact_id",
                table: "loan_parties",
                columns: new[] { "org_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_parties_org_id_loan_id",
                table: "loan_parties",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_stage_visits_org_id_loan_id_entered_at",
                table: "loan_stage_visits",
                columns: new[] { "org_id", "loan_id", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_stage_visits_org_id_stage_id",
                table: "loan_stage_visits",
                columns: new[] { "org_id", "stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_amount_cents_id",
                table: "loans",
                columns: new[] { "org_id", "amount_cents", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_borrower_name_id",
                table: "loans",
                columns: new[] { "org_id", "borrower_name", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_closing_on_id",
                table: "loans",
                columns: new[] { "org_id", "closing_on", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_created_at_id",
                table: "loans",
                columns: new[] { "org_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_ending_id",
                table: "loans",
                columns: new[] { "org_id", "ending_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_funded_on",
                table: "loans",
                columns: new[] { "org_id", "funded_on" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_lock_expires_on_id",
                table: "loans",
                columns: new[] { "org_id", "lock_expires_on", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_number",
                table: "loans",
                columns: new[] { "org_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_officer_id_id",
                table: "loans",
                columns: new[] { "org_id", "officer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_pipeline_id",
                table: "loans",
                columns: new[] { "org_id", "pipeline_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_processor_id",
                table: "loans",
                columns: new[] { "org_id", "processor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_stage_id_stage_since_id",
                table: "loans",
                columns: new[] { "org_id", "stage_id", "stage_since", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_loans_org_id_stage_since_id",
                table: "loans",
                columns: new[] { "org_id", "stage_since", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_member_roles_org_id_member_id_role_id",
                table: "member_roles",
                columns: new[] { "org_id", "member_id", "role_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_roles_org_id_role_id",
                table: "member_roles",
                columns: new[] { "org_id", "role_id" });

            migrationBuilder.CreateIndex(
                name: "ix_members_org_id_user_id",
                table: "members",
                columns: new[] { "org_id", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_user_id",
                table: "members",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_org_id_member_id_at_id",
                table: "notifications",
                columns: new[] { "org_id", "member_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organizations_slug",
                table: "organizations",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_org_id_due_at_id",
                table: "outbox_messages",
                columns: new[] { "org_id", "due_at", "id" },
                filter: "due_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_pipeline_endings_org_id_pipeline_id_position",
                table: "pipeline_endings",
                columns: new[] { "org_id", "pipeline_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_pipeline_stages_org_id_pipeline_id_position",
                table: "pipeline_stages",
                columns: new[] { "org_id", "pipeline_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_pipelines_org_id_name",
                table: "pipelines",
                columns: new[] { "org_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_role_permissions_org_id_role_id_permission",
                table: "role_permissions",
                columns: new[] { "org_id", "role_id", "permission" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_roles_org_id_name",
                table: "roles",
                columns: new[] { "org_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_org_id_owner_id",
                table: "saved_views",
                columns: new[] { "org_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_org_id_place_owner_id",
                table: "saved_views",
                columns: new[] { "org_id", "place", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_hits_org_id_kind_is_name_word_id",
                table: "search_hits",
                columns: new[] { "org_id", "kind", "is_name", "word", "id" },
                descending: new[] { false, false, false, false, true });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id_expires_at",
                table: "sessions",
                columns: new[] { "user_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_team_members_org_id_member_id",
                table: "team_members",
                columns: new[] { "org_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_team_members_org_id_team_id_member_id",
                table: "team_members",
                columns: new[] { "org_id", "team_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_teams_org_id_name",
                table: "teams",
                columns: new[] { "org_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_teams_org_id_parent_id",
                table: "teams",
                columns: new[] { "org_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_undo_entries_org_id_member_id_at",
                table: "undo_entries",
                columns: new[] { "org_id", "member_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_organizations_org_id",
                table: "user_organizations",
                column: "org_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_passkeys_user_id",
                table: "user_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_email",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_user_name",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.Fenced(
                "activities",
                "audit_entries",
                "audit_seals",
                "contacts",
                "feature_flag_rules",
                "feature_flags",
                "import_rows",
                "imports",
                "invitations",
                "loan_parties",
                "loan_stage_visits",
                "loans",
                "member_roles",
                "members",
                "notifications",
                "outbox_messages",
                "pipeline_endings",
                "pipeline_stages",
                "pipelines",
                "role_permissions",
                "roles",
                "saved_views",
                "search_hits",
                "search_words",
                "team_members",
                "teams",
                "undo_entries");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activities");

            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "feature_flag_rules");

            migrationBuilder.DropTable(
                name: "import_rows");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "loan_parties");

            migrationBuilder.DropTable(
                name: "loan_stage_visits");

            migrationBuilder.DropTable(
                name: "member_roles");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "role_permissions");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "search_hits");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "team_members");

            migrationBuilder.DropTable(
                name: "undo_entries");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_organizations");

            migrationBuilder.DropTable(
                name: "user_passkeys");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "feature_flags");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "loans");

            migrationBuilder.DropTable(
                name: "roles");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "pipeline_endings");

            migrationBuilder.DropTable(
                name: "pipeline_stages");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "pipelines");

            migrationBuilder.DropTable(
                name: "organizations");
        }
    }
}
