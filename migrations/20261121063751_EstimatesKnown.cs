using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmStudio.Migrations
{
    /// <summary>The first Loan Estimate recorded among the disclosures is the one the needs list asks about: loans learn its day.</summary>
    public partial class EstimatesKnown : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            do $$ declare org uuid; begin
              for org in select id from organizations loop
                perform set_config('app.org_id', org::text, true);
                update loans set estimate_sent_on = first.sent_on
                from disclosures first
                where loans.org_id = org and loans.estimate_sent_on is null
                  and first.org_id = org and first.loan_id = loans.id and first.kind = 'LoanEstimate' and first.number = 1;
              end loop;
              perform set_config('app.org_id', '', true);
            end $$;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
