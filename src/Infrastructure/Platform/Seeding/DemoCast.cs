using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Who works where: teams as a tree, people in the order the sign-in page shows them.</summary>
internal sealed record DemoCast(DemoLender Lender, IReadOnlyList<(string Team, string? Parent)> Teams, IReadOnlyList<DemoPerson> People)
{
    private const string Company = "Harborline Lending", North = "North region", HarborPoint = "Harbor Point", Northgate = "Northgate", MillStreet = "Mill Street";

    // An outside compliance officer serves both lenders: the one person who can switch organizations.
    private static readonly DemoPerson compliance =
        new("compliance@example.com", "Ira", "Vance", BuiltInRole.Compliance, "Compliance officer", "Compliance, reads and audits, at both lenders", []);

    public static DemoCast Harborline { get; } = new(
        DemoLender.Harborline,
        [(Company, null), (North, Company), (HarborPoint, North), (Northgate, North), (MillStreet, North)],
        [
            new("owner@example.com", "Dana", "Holloway", Admin, "Owner", "Owner", [Company], Leads: true),
            new("manager.north@example.com", "Ruth", "Calloway", Manager, "Regional manager", "Manager, three branches", [North], Leads: true),
            new("lo.ana@example.com", "Ana", "Reyes", LoanOfficer, "Senior loan officer", "Loan officer, on a streak", [HarborPoint], Share: 27, Idle: 6),
            new("lo.marc@example.com", "Marc", "Dubois", LoanOfficer, "Loan officer", "Loan officer, needs coaching", [HarborPoint], Share: 9, Idle: 60),
            new("assistant@example.com", "Ben", "Ostrow", Assistant, "Loan processor", "Assistant, sees no amounts", [HarborPoint, MillStreet]),
            new("salesrep@example.com", "Lena", "Marsh", SalesRep, "Sales representative", "Sales rep, leads and proposals", [MillStreet]),
            compliance with { Teams = [Company] },
            new("admin@example.com", "Sam", "Whitaker", Admin, "Office administrator", "Administrator", [Company]),
            new("lo.keisha@example.com", "Keisha", "Bright", LoanOfficer, "Senior loan officer", "Loan officer, Northgate", [Northgate], Share: 21, Idle: 10),
            new("lo.priya@example.com", "Priya", "Nair", LoanOfficer, "Loan officer", "Loan officer, Harbor Point", [HarborPoint], Share: 17, Idle: 12),
            new("lo.jonah@example.com", "Jonah", "Feld", LoanOfficer, "Loan officer", "Loan officer, Mill Street", [MillStreet], Share: 15, Idle: 14),
            new("lo.tomas@example.com", "Tomas", "Lind", LoanOfficer, "Loan officer", "Loan officer, Northgate", [Northgate], Share: 11, Idle: 16),
            new("manager.mill@example.com", "Gavin", "Thorne", Manager, "Branch manager", "Manager, Mill Street", [MillStreet], Leads: true),
            new("viewer@example.com", "Nora", "Kent", Viewer, "Board member", "Viewer, reads Northgate", [Northgate]),
        ]);

    public static DemoCast Pinecrest { get; } = new(
        DemoLender.Pinecrest,
        [("Pinecrest Home Loans", null)],
        [
            new("admin.pinecrest@example.com", "Walt", "Sorensen", Admin, "Owner", "Administrator, the other lender", ["Pinecrest Home Loans"], Leads: true, Share: 40, Idle: 15),
            new("lo.pinecrest@example.com", "Joy", "Adeyemi", LoanOfficer, "Loan officer", "Loan officer, the other lender", ["Pinecrest Home Loans"], Share: 60, Idle: 15),
            compliance with { Teams = ["Pinecrest Home Loans"] },
        ]);

    public static IReadOnlyList<DemoCast> All { get; } = [Harborline, Pinecrest];
}
