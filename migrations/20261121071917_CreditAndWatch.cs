using System;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class CreditAndWatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_regulatory_parameters_unit",
                table: "regulatory_parameters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_loan_updates_state",
                table: "loan_updates");

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    is_given = table.Column<bool>(type: "boolean", nullable: false),
                    reach = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    shown = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_consents_channel", "channel in ('Email', 'Sms', 'Call', 'Post')");
                    table.CheckConstraint("ck_consents_method", "method in ('WebForm', 'Paper', 'Email', 'Sms', 'Spoken')");
                    table.CheckConstraint("ck_consents_purpose", "purpose in ('Marketing', 'Servicing')");
                    table.ForeignKey(
                        name: "fk_consents_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_members_org_id_recorded_by",
                        columns: x => new { x.org_id, x.recorded_by },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_pulls",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    inquiry = table.Column<string>(type: "text", nullable: false),
                    pulled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    purpose = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authorized_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    authorization_method = table.Column<string>(type: "text", nullable: false),
                    authorized_on = table.Column<DateOnly>(type: "date", nullable: false),
                    authorization_evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    struck_by = table.Column<Guid>(type: "uuid", nullable: true),
                    struck_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_pulls", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_credit_pulls_authorization_method", "authorization_method in ('SignedPaper', 'ElectronicSignature', 'RecordedCall')");
                    table.CheckConstraint("ck_credit_pulls_inquiry", "inquiry in ('Soft', 'Hard')");
                    table.CheckConstraint("ck_credit_pulls_model", "model in ('FicoClassic', 'Fico10T', 'Vantage4', 'Vantage3', 'Vantage2')");
                    table.ForeignKey(
                        name: "fk_credit_pulls_loan_parties_org_id_party_id",
                        columns: x => new { x.org_id, x.party_id },
                        principalTable: "loan_parties",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_pulls_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_pulls_members_org_id_recorded_by",
                        columns: x => new { x.org_id, x.recorded_by },
                        principalTable: "members",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_pulls_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_watches",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    value_on = table.Column<DateOnly>(type: "date", nullable: true),
                    value_source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    stopped_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_watches", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_loan_watches_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_watches_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "market_rates",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    is_jumbo = table.Column<bool>(type: "boolean", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    rate = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: false),
                    points = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_market_rates", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_market_rates_type", "type in ('Conventional', 'Fha', 'Va', 'Usda', 'Other')");
                    table.ForeignKey(
                        name: "fk_market_rates_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "watch_policies",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    run_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_watch_policies", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_watch_policies_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "watch_results",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    funded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    gain = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    monthly_saving = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    break_even_months = table.Column<int>(type: "integer", nullable: true),
                    balance = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    new_rate = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: true),
                    known = table.Column<string>(type: "jsonb", nullable: false),
                    break_even_or_never = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "coalesce(break_even_months, 100000)::bigint", stored: true),
                    gain_cents = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "coalesce((gain * 100)::bigint, -100000000000)", stored: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_watch_results", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_watch_results_verdict", "verdict in ('Gains', 'RateNotLower', 'CostsNotRecovered', 'BreakEvenTooLate', 'BenefitTooSmall', 'TooYoung', 'ValueTooLow', 'NoRate', 'RatesTooOld', 'LacksFacts', 'NoSchedule', 'Stopped')");
                    table.ForeignKey(
                        name: "fk_watch_results_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_watch_results_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "watch_messages",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    cancelled_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_watch_messages", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_watch_messages_state", "state in ('Waiting', 'Sending', 'Sent', 'Cancelled', 'Bounced', 'Failed', 'Draft')");
                    table.ForeignKey(
                        name: "fk_watch_messages_consents_org_id_consent_id",
                        columns: x => new { x.org_id, x.consent_id },
                        principalTable: "consents",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_watch_messages_contacts_org_id_contact_id",
                        columns: x => new { x.org_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_watch_messages_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_watch_messages_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_scores",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pull_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bureau = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_scores", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_credit_scores_bureau", "bureau in ('Equifax', 'Experian', 'TransUnion')");
                    table.ForeignKey(
                        name: "fk_credit_scores_credit_pulls_org_id_pull_id",
                        columns: x => new { x.org_id, x.pull_id },
                        principalTable: "credit_pulls",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_scores_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_regulatory_parameters_unit",
                table: "regulatory_parameters",
                sql: "unit in ('Number', 'Dollars', 'Percent', 'PercentagePoints', 'Holiday', 'Range', 'Word')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_loan_updates_state",
                table: "loan_updates",
                sql: "state in ('Waiting', 'Sending', 'Sent', 'Cancelled', 'Bounced', 'Failed', 'Draft')");

            migrationBuilder.CreateIndex(
                name: "ix_consents_org_id_contact_id_at",
                table: "consents",
                columns: new[] { "org_id", "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_org_id_recorded_by",
                table: "consents",
                columns: new[] { "org_id", "recorded_by" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_pulls_org_id_loan_id_pulled_on",
                table: "credit_pulls",
                columns: new[] { "org_id", "loan_id", "pulled_on" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_pulls_org_id_party_id",
                table: "credit_pulls",
                columns: new[] { "org_id", "party_id" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_pulls_org_id_recorded_by",
                table: "credit_pulls",
                columns: new[] { "org_id", "recorded_by" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_scores_org_id_pull_id_bureau",
                table: "credit_scores",
                columns: new[] { "org_id", "pull_id", "bureau" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_watches_org_id_loan_id",
                table: "loan_watches",
                columns: new[] { "org_id", "loan_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_market_rates_org_id_type_is_jumbo_months_day",
                table: "market_rates",
                columns: new[] { "org_id", "type", "is_jumbo", "months", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_watch_messages_org_id_consent_id",
                table: "watch_messages",
                columns: new[] { "org_id", "consent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_watch_messages_org_id_contact_id",
                table: "watch_messages",
                columns: new[] { "org_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_watch_messages_org_id_due_at",
                table: "watch_messages",
                columns: new[] { "org_id", "due_at" },
                filter: "due_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_watch_messages_org_id_loan_id_contact_id",
                table: "watch_messages",
                columns: new[] { "org_id", "loan_id", "contact_id" },
                unique: true,
                filter: "state in ('Draft', 'Waiting', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "ix_watch_messages_org_id_loan_id_created_at",
                table: "watch_messages",
                columns: new[] { "org_id", "loan_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_watch_results_org_id_break_even_or_never_id",
                table: "watch_results",
                columns: new[] { "org_id", "break_even_or_never", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_watch_results_org_id_funded_on_id",
                table: "watch_results",
                columns: new[] { "org_id", "funded_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_watch_results_org_id_gain_cents_id",
                table: "watch_results",
                columns: new[] { "org_id", "gain_cents", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_watch_results_org_id_loan_id",
                table: "watch_results",
                columns: new[] { "org_id", "loan_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_watch_results_org_id_verdict_gain_cents_id",
                table: "watch_results",
                columns: new[] { "org_id", "verdict", "gain_cents", "id" });

            migrationBuilder.Fenced("consents", "credit_pulls", "loan_watches", "market_rates", "watch_policies", "watch_results", "watch_messages", "credit_scores");

            migrationBuilder.Granted("loans.credit.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.credit.scores", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.credit.pull", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.watch.read", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Compliance, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.watch.work", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
            migrationBuilder.Granted("loans.watch.set", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Organization));
            migrationBuilder.Granted("contacts.consents", (BuiltInRole.Admin, Scope.Organization), (BuiltInRole.Manager, Scope.Team), (BuiltInRole.Assistant, Scope.Team), (BuiltInRole.LoanOfficer, Scope.Own));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credit_scores");

            migrationBuilder.DropTable(
                name: "loan_watches");

            migrationBuilder.DropTable(
                name: "market_rates");

            migrationBuilder.DropTable(
                name: "watch_messages");

            migrationBuilder.DropTable(
                name: "watch_policies");

            migrationBuilder.DropTable(
                name: "watch_results");

            migrationBuilder.DropTable(
                name: "credit_pulls");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropCheckConstraint(
                name: "ck_regulatory_parameters_unit",
                table: "regulatory_parameters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_loan_updates_state",
                table: "loan_updates");

            migrationBuilder.AddCheckConstraint(
                name: "ck_regulatory_parameters_unit",
                table: "regulatory_parameters",
                sql: "unit in ('Number', 'Dollars', 'Percent', 'PercentagePoints', 'Holiday')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_loan_updates_state",
                table: "loan_updates",
                sql: "state in ('Waiting', 'Sending', 'Sent', 'Cancelled', 'Bounced', 'Failed')");
        }
    }
}
