using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>Assets, debts, incomes and people.</summary>
public sealed partial class MismoWriter
{
    private static readonly IncomeKind[] employed = [IncomeKind.Base, IncomeKind.Overtime, IncomeKind.Bonus, IncomeKind.Commission, IncomeKind.SelfEmployed];

    private int incomes, employers;

    private void Assets() => xml.In("ASSETS", () =>
    {
        var place = 0;
        foreach (var asset in Sheet.Assets)
        {
            place++;
            Link($"ASSET_{place}", "ASSET", asset.PartyId);
            xml.In("ASSET", () =>
            {
                xml.In("ASSET_DETAIL", () =>
                {
                    xml.Value("AssetCashOrMarketValueAmount", asset.Amount);
                    xml.Literal("AssetType", MismoTypes.Asset.Of(asset.Kind));
                    xml.Value("VerifiedIndicator", (bool?)asset.IsVerified);
                });
                xml.Path("ASSET_HOLDER/NAME", () => xml.Value("FullName", asset.Held));
            }, Labelled("ASSET", place));
        }
    });

    private void Expenses() => xml.In("EXPENSES", () =>
    {
        var place = 0;
        foreach (var debt in Sheet.Liabilities)
        {
            if (MismoTypes.Expense.Of(debt.Kind) is not { } type) continue;
            place++;
            Link($"EXPENSE_{place}", "EXPENSE", debt.PartyId);
            xml.In("EXPENSE", () =>
            {
                xml.Value("ExpenseDescription", debt.Creditor);
                xml.Value("ExpenseMonthlyPaymentAmount", debt.Monthly);
                xml.Value("ExpenseRemainingTermMonthsCount", debt.MonthsLeft);
                xml.Value("ExpenseType", type);
            }, Labelled("EXPENSE", place));
            if (debt.Balance is { } balance) Lost($"{debt.Kind}: balance", $"{balance:0.00}", "an obligation of this kind has no balance in the file");
            if (debt.Treatment != LiabilityTreatment.Counts) Lost($"{debt.Kind}: how it counts", $"{debt.Treatment}", "the file cannot say how an obligation of this kind counts");
        }
    });

    private void Liabilities() => xml.In("LIABILITIES", () =>
    {
        var place = 0;
        foreach (var debt in Sheet.Liabilities)
        {
            if (MismoTypes.Expense.Of(debt.Kind) is not null) continue;
            place++;
            Link($"LIABILITY_{place}", "LIABILITY", debt.PartyId);
            xml.In("LIABILITY", () =>
            {
                xml.In("LIABILITY_DETAIL", () =>
                {
                    xml.Value("LiabilityDescription", Marks(debt));
                    xml.Value("LiabilityExclusionIndicator", (bool?)(debt.Treatment == LiabilityTreatment.PaidByOthers));
                    xml.Value("LiabilityMonthlyPaymentAmount", debt.Monthly);
                    xml.Value("LiabilityPayoffStatusIndicator", (bool?)(debt.Treatment == LiabilityTreatment.PaidAtClosing));
                    xml.Value("LiabilityRemainingTermMonthsCount", debt.MonthsLeft);
                    xml.Value("LiabilityType", MismoTypes.Liability.Of(debt.Kind) ?? "Installment");
                    xml.Value("LiabilityUnpaidBalanceAmount", debt.Balance);
                });
                xml.Path("LIABILITY_HOLDER/NAME", () => xml.Value("FullName", debt.Creditor));
            }, Labelled("LIABILITY", place));
        }
    });

    private static string? Marks(LiabilityLine debt)
    {
        var marks = new[]
        {
            debt.Kind == LiabilityKind.StudentLoan ? MismoTypes.StudentLoan : null,
            debt.Treatment switch { LiabilityTreatment.Significant => MismoTypes.Significant, LiabilityTreatment.PaidByOthers => MismoTypes.PaidByOthers, _ => null },
        };
        return marks.Any(mark => mark is not null) ? string.Join("; ", marks.OfType<string>()) : null;
    }

    private void Parties(MismoHead head)
    {
        for (var place = 1; place <= borrowers.Count; place++) Borrower(borrowers[place - 1], place);
        if (borrowers.Count == 0 && Sheet.Incomes.Count > 0) Lost("Incomes", $"{Sheet.Incomes.Count}", "an income belongs to a borrower, and there is none");
        foreach (var person in application.People.Where(person => !person.IsBorrower)) Other(person);
        xml.In("PARTY", () =>
        {
            if (head.Originator is null) return;
            xml.Path("INDIVIDUAL/NAME", () => xml.Value("FullName", head.Originator));
            xml.Path("ROLES/ROLE", () =>
            {
                xml.Path("LICENSES/LICENSE/LICENSE_DETAIL", () =>
                {
                    if (Hmda.NmlsrId is null) return;
                    xml.Value("LicenseAuthorityLevelType", "Private");
                    xml.Value("LicenseIdentifier", Hmda.NmlsrId);
                });
                xml.In("ROLE_DETAIL", () => xml.Value("PartyRoleType", "LoanOriginator"));
            });
        });
        if (head.Originator is null && Hmda.NmlsrId is { } nmlsr) Lost("NMLSR identifier", nmlsr, "the loan has no officer it could stand with");
        xml.In("PARTY", () =>
        {
            xml.Path("LEGAL_ENTITY/LEGAL_ENTITY_DETAIL", () => xml.Value("FullName", head.Lender));
            xml.Path("ROLES/ROLE/ROLE_DETAIL", () => xml.Value("PartyRoleType", "LoanOriginationCompany"));
        });
    }

    private void Borrower(MismoPerson person, int place) => xml.In("PARTY", () =>
    {
        Who(person);
        xml.In("ROLES", () => xml.In("ROLE", () =>
        {
            xml.In("BORROWER", () =>
            {
                xml.In("BORROWER_DETAIL", () => xml.Value("BorrowerClassificationType", person.Role == LoanPartyRole.Borrower ? "Primary" : "Secondary"));
                var lines = Sheet.Incomes.Where(line => line.PartyId == person.Key || (place == 1 && line.PartyId is null)).ToList();
                var payers = new List<(string? Name, IncomeLine? Own)>();
                xml.Path("CURRENT_INCOME/CURRENT_INCOME_ITEMS", () => lines.Where(line => line.Kind != IncomeKind.SelfEmployed).ToList().ForEach(line => Income(line, payers)));
                payers.AddRange(lines.Where(line => line.Kind == IncomeKind.SelfEmployed).Select(line => (line.From, (IncomeLine?)line)));
                xml.In("EMPLOYERS", () => payers.ForEach(Employer));
            });
            xml.In("ROLE_DETAIL", () => xml.Value("PartyRoleType", "Borrower"));
        }, Labelled("BORROWER", place)));
    });

    private void Income(IncomeLine line, List<(string? Name, IncomeLine? Own)> payers)
    {
        incomes++;
        if (line.PartyId is null && borrowers.Count > 1) Lost($"{line.Kind} income of all borrowers", null, "an income belongs to one borrower: it is written under the first");
        var isEmployed = employed.Contains(line.Kind);
        if (line.From is { } from)
        {
            if (!isEmployed) Lost($"{line.Kind} income: who pays it", from, "only an employer has a name in the file");
            else
            {
                // One employer, however many incomes; each label counts over the whole file.
                var known = payers.FindIndex(payer => payer.Name == from);
                if (known < 0) payers.Add((from, null));
                links.Add(($"CURRENT_INCOME_ITEM_{incomes}", $"EMPLOYER_{employers + (known < 0 ? payers.Count : known + 1)}", "CURRENT_INCOME_ITEM_IsAssociatedWith_EMPLOYER"));
            }
        }
        xml.In("CURRENT_INCOME_ITEM", () => xml.In("CURRENT_INCOME_ITEM_DETAIL", () =>
        {
            xml.Value("CurrentIncomeMonthlyTotalAmount", line.Monthly);
            xml.Value("EmploymentIncomeIndicator", (bool?)isEmployed);
            xml.Literal("IncomeType", MismoTypes.Income.Of(line.Kind));
        }), Labelled("CURRENT_INCOME_ITEM", incomes));
    }

    private void Employer((string? Name, IncomeLine? Own) payer)
    {
        employers++;
        if (payer.Own is { PartyId: null } && borrowers.Count > 1) Lost($"{IncomeKind.SelfEmployed} income of all borrowers", null, "an income belongs to one borrower: it is written under the first");
        xml.In("EMPLOYER", () =>
        {
            xml.Path("LEGAL_ENTITY/LEGAL_ENTITY_DETAIL", () => xml.Value("FullName", payer.Name));
            xml.In("EMPLOYMENT", () =>
            {
                xml.Value("EmploymentBorrowerSelfEmployedIndicator", (bool?)(payer.Own is not null));
                xml.Value("EmploymentMonthlyIncomeAmount", payer.Own?.Monthly);
                xml.Value("EmploymentStatusType", "Current");
            });
        }, Labelled("EMPLOYER", employers));
    }

    private void Other(MismoPerson person)
    {
        var (agent, type) = (MismoTypes.Agent.Of(person.Role), MismoTypes.Party.Of(person.Role));
        if (agent is null && type is null)
        {
            Lost($"{person.Role}", person.Name, "an application names no such person");
            return;
        }
        xml.In("PARTY", () =>
        {
            Who(person);
            xml.Path("ROLES/ROLE", () =>
            {
                xml.In("REAL_ESTATE_AGENT", () => xml.Value("RealEstateAgentType", agent));
                xml.In("ROLE_DETAIL", () => xml.Value("PartyRoleType", type ?? "RealEstateAgent"));
            });
        });
    }

    private void Who(MismoPerson person)
    {
        if (person.FirstName.Length == 0 && !person.IsBorrower)
        {
            xml.In("LEGAL_ENTITY", () =>
            {
                xml.Path("CONTACTS/CONTACT", () => Points(person));
                xml.In("LEGAL_ENTITY_DETAIL", () => xml.Value("FullName", person.LastName));
            });
            return;
        }
        xml.In("INDIVIDUAL", () =>
        {
            Points(person);
            xml.In("NAME", () =>
            {
                xml.Value("FirstName", person.FirstName);
                xml.Value("LastName", person.LastName);
            });
        });
    }

    private void Points(MismoPerson person) => xml.In("CONTACT_POINTS", () =>
    {
        if (person.Email is { } email) xml.Path("CONTACT_POINT/CONTACT_POINT_EMAIL", () => xml.Value("ContactPointEmailValue", email));
        if (person.Phone is { } phone) xml.Path("CONTACT_POINT/CONTACT_POINT_TELEPHONE", () => xml.Value("ContactPointTelephoneValue", PhoneNumber.Digits(phone)));
    });
}
