using System;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <inheritdoc />
    public partial class Qualifying : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "loan_assets",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    held_at = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_assets", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_assets_kind", "kind in ('Checking', 'Savings', 'MoneyMarket', 'CertificateOfDeposit', 'MutualFund', 'Stock', 'Bond', 'Retirement', 'LifeInsurance', 'Gift', 'GiftOfEquity', 'BridgeLoan', 'SecuredBorrowed', 'SaleProceeds', 'Trust', 'CashOnHand', 'Other')");
                    table.ForeignKey(
                        name: "fk_loan_assets_loan_parties_org_id_party_id",
                        columns: x => new { x.org_id, x.party_id },
                        principalTable: "loan_parties",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_assets_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_assets_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_incomes",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    paid_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    monthly = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_incomes", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_incomes_kind", "kind in ('Base', 'Overtime', 'Bonus', 'Commission', 'SelfEmployed', 'DividendsInterest', 'NetRental', 'Retirement', 'Support', 'Other')");
                    table.ForeignKey(
                        name: "fk_loan_incomes_loan_parties_org_id_party_id",
                        columns: x => new { x.org_id, x.party_id },
                        principalTable: "loan_parties",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_incomes_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_incomes_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_liabilities",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    creditor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    balance = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    monthly = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    months_left = table.Column<int>(type: "integer", nullable: true),
                    treatment = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_liabilities", x => new { x.org_id, x.id });
                    table.CheckConstraint("ck_loan_liabilities_kind", "kind in ('Revolving', 'Installment', 'StudentLoan', 'Mortgage', 'Heloc', 'Lease', 'Open30Day', 'Collection', 'TaxLien', 'ChildSupport', 'Alimony', 'SeparateMaintenance', 'ChildCare', 'JobExpense', 'NetRentalLoss', 'Other')");
                    table.CheckConstraint("ck_loan_liabilities_treatment", "treatment in ('Counts', 'Significant', 'PaidAtClosing', 'PaidByOthers', 'ReducesIncome')");
                    table.ForeignKey(
                        name: "fk_loan_liabilities_loan_parties_org_id_party_id",
                        columns: x => new { x.org_id, x.party_id },
                        principalTable: "loan_parties",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_liabilities_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_liabilities_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_qualifications",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taxes = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    hazard = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    flood = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    mortgage_insurance = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    association = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    ground_rent = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    subordinate_payment = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    other_housing = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    present_housing = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    rent = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    financed_insurance = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    prepaid_finance_charges = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    cash_to_close = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    credit_line_limit = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    first_payment_on = table.Column<DateOnly>(type: "date", nullable: true),
                    all_fees_entered = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_qualifications", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_loan_qualifications_loans_org_id_loan_id",
                        columns: x => new { x.org_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "org_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loan_qualifications_organizations_org_id",
                        column: x => x.org_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_loan_assets_org_id_loan_id",
                table: "loan_assets",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_assets_org_id_party_id",
                table: "loan_assets",
                columns: new[] { "org_id", "party_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_incomes_org_id_loan_id",
                table: "loan_incomes",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_incomes_org_id_party_id",
                table: "loan_incomes",
                columns: new[] { "org_id", "party_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_liabilities_org_id_loan_id",
                table: "loan_liabilities",
                columns: new[] { "org_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_liabilities_org_id_party_id",
                table: "loan_liabilities",
                columns: new[] { "org_id", "party_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_qualifications_org_id_loan_id",
                table: "loan_qualifications",
                columns: new[] { "org_id", "loan_id" },
                unique: true);

            migrationBuilder.Fenced("loan_assets");
            migrationBuilder.Fenced("loan_incomes");
            migrationBuilder.Fenced("loan_liabilities");
            migrationBuilder.Fenced("loan_qualifications");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "loan_assets");

            migrationBuilder.DropTable(
                name: "loan_incomes");

            migrationBuilder.DropTable(
                name: "loan_liabilities");

            migrationBuilder.DropTable(
                name: "loan_qualifications");
        }
    }
}
