using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class LoanPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "estimate_sent_on",
                table: "loans",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "borrower_links",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "text", nullable: false),
                    sent_to = table.Column<string>(type: "text", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_borrower_links", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_borrower_links_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_borrower_links_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "borrower_notices",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_reminder = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    sent_to = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    documents = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_borrower_notices", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_borrower_notices_status", "status in ('Planned', 'Sending', 'Sent', 'Failed', 'InDoubt', 'Dropped')");
                    table.ForeignKey(
                        name: "fk_borrower_notices_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_borrower_notices_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_requests",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    instructions = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    verifies = table.Column<bool>(type: "boolean", nullable: false),
                    is_required = table.Column<bool>(type: "boolean", nullable: false),
                    from_borrower = table.Column<bool>(type: "boolean", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    good_for_days = table.Column<int>(type: "integer", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    status_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status_by = table.Column<Guid>(type: "uuid", nullable: false),
                    rejection = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    news_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_times = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_requests", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_document_requests_rejection", "rejection in ('Unreadable', 'PagesMissing', 'WrongDocument', 'TooOld', 'NotSigned', 'OtherPerson', 'Other')");
                    table.CheckConstraint("ck_document_requests_status", "status in ('Requested', 'Uploaded', 'InReview', 'Accepted', 'Rejected', 'NotApplicable', 'Expired')");
                    table.ForeignKey(
                        name: "fk_document_requests_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_requests_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_conditions",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    status_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_conditions", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_conditions_category", "category in ('PriorToApproval', 'PriorToDocs', 'PriorToFunding', 'PostClosing')");
                    table.CheckConstraint("ck_loan_conditions_status", "status in ('Open', 'Requested', 'Received', 'Submitted', 'Cleared', 'Rejected', 'Waived')");
                    table.ForeignKey(
                        name: "fk_loan_conditions_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_conditions_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "need_templates",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    instructions = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    verifies = table.Column<bool>(type: "boolean", nullable: false),
                    from_borrower = table.Column<bool>(type: "boolean", nullable: false),
                    due_in_days = table.Column<int>(type: "integer", nullable: true),
                    good_for_days = table.Column<int>(type: "integer", nullable: true),
                    mortgage_types = table.Column<string[]>(type: "text[]", nullable: false),
                    purposes = table.Column<string[]>(type: "text[]", nullable: false),
                    occupancies = table.Column<string[]>(type: "text[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_templates", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_need_templates_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_documents",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    can_be_shown = table.Column<bool>(type: "boolean", nullable: false),
                    removed = table.Column<string[]>(type: "text[]", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_documents", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_documents_kind", "kind in ('Pdf', 'Jpeg', 'Png', 'Heic', 'Tiff', 'Word', 'Excel')");
                    table.ForeignKey(
                        name: "fk_loan_documents_borrower_links_org_id_link_id",
                        columns: x => new { x.org_id, x.link_id },
                        principalTable: "borrower_links",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_documents_document_requests_org_id_request_id",
                        columns: x => new { x.org_id, x.request_id },
                        principalTable: "document_requests",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_documents_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_documents_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_uploads",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    stamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_uploads", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_loan_uploads_borrower_links_org_id_link_id",
                        columns: x => new { x.org_id, x.link_id },
                        principalTable: "borrower_links",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_uploads_document_requests_org_id_request_id",
                        columns: x => new { x.org_id, x.request_id },
                        principalTable: "document_requests",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_uploads_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_condition_documents",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    condition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_condition_documents", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_loan_condition_documents_document_requests_org_id_request_id",
                        columns: x => new { x.org_id, x.request_id },
                        principalTable: "document_requests",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_condition_documents_loan_conditions_org_id_condition_id",
                        columns: x => new { x.org_id, x.condition_id },
                        principalTable: "loan_conditions",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_condition_documents_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_borrower_links_org_id_loan_id_made_at",
                table: "borrower_links",
                columns: new[] { "org_id", "loan_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_borrower_links_org_id_secret_hash",
                table: "borrower_links",
                columns: new[] { "org_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_borrower_notices_open",
                table: "borrower_notices",
                columns: new[] { "org_id", "due_at" },
                filter: "status in ('Planned', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "ix_borrower_notices_org_id_loan_id_due_at",
                table: "borrower_notices",
                columns: new[] { "org_id", "loan_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_borrower_notices_planned",
                table: "borrower_notices",
                columns: new[] { "org_id", "loan_id" },
                unique: true,
                filter: "status = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "ix_document_requests_awaited",
                table: "document_requests",
                columns: new[] { "org_id", "due_on", "id" },
                filter: "status in ('Requested', 'Rejected', 'Expired')");

            migrationBuilder.CreateIndex(
                name: "ix_document_requests_expiring",
                table: "document_requests",
                columns: new[] { "org_id", "expires_on" },
                filter: "status = 'Accepted' and expires_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_document_requests_org_id_loan_id_position",
                table: "document_requests",
                columns: new[] { "org_id", "loan_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_document_requests_to_review",
                table: "document_requests",
                columns: new[] { "org_id", "status_since", "id" },
                filter: "status in ('Uploaded', 'InReview')");

            migrationBuilder.CreateIndex(
                name: "ix_loan_condition_documents_org_id_condition_id_request_id",
                table: "loan_condition_documents",
                columns: new[] { "org_id", "condition_id", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_condition_documents_org_id_request_id",
                table: "loan_condition_documents",
                columns: new[] { "org_id", "request_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_conditions_open",
                table: "loan_conditions",
                columns: new[] { "org_id", "loan_id" },
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_loan_conditions_org_id_loan_id_number",
                table: "loan_conditions",
                columns: new[] { "org_id", "loan_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_documents_org_id_file_id",
                table: "loan_documents",
                columns: new[] { "org_id", "file_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_documents_org_id_link_id",
                table: "loan_documents",
                columns: new[] { "org_id", "link_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_documents_org_id_loan_id",
                table: "loan_documents",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_documents_org_id_request_id_edition",
                table: "loan_documents",
                columns: new[] { "org_id", "request_id", "edition" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_documents_sizes",
                table: "loan_documents",
                columns: new[] { "org_id", "size" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_uploads_org_id_begun_at",
                table: "loan_uploads",
                columns: new[] { "org_id", "begun_at" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_uploads_org_id_link_id",
                table: "loan_uploads",
                columns: new[] { "org_id", "link_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_uploads_org_id_loan_id",
                table: "loan_uploads",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_uploads_org_id_request_id",
                table: "loan_uploads",
                columns: new[] { "org_id", "request_id" });

            migrationBuilder.CreateIndex(
                name: "ix_need_templates_org_id_position",
                table: "need_templates",
                columns: new[] { "org_id", "position" });

            migrationBuilder.Fenced("borrower_links");
            migrationBuilder.Fenced("borrower_notices");
            migrationBuilder.Fenced("document_requests");
            migrationBuilder.Fenced("loan_conditions");
            migrationBuilder.Fenced("need_templates");
            migrationBuilder.Fenced("loan_documents");
            migrationBuilder.Fenced("loan_uploads");
            migrationBuilder.Fenced("loan_condition_documents");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "borrower_notices");

            migrationBuilder.DropTable(
                name: "loan_condition_documents");

            migrationBuilder.DropTable(
                name: "loan_documents");

            migrationBuilder.DropTable(
                name: "loan_uploads");

            migrationBuilder.DropTable(
                name: "need_templates");

            migrationBuilder.DropTable(
                name: "loan_conditions");

            migrationBuilder.DropTable(
                name: "borrower_links");

            migrationBuilder.DropTable(
                name: "document_requests");

            migrationBuilder.DropColumn(
                name: "estimate_sent_on",
                table: "loans");
        }
    }
}
