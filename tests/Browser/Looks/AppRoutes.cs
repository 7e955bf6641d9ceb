using System.Reflection;
using CrmStudio.App.Hosting;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.Browser.Looks;

/// <summary>Every page of the app by its route, and an address at which it has something to show: a page that is added is asked for here on that day.</summary>
internal static class AppRoutes
{
    /// <summary>The routes as the compiled app has them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. typeof(CrmApp).Assembly.GetTypes().SelectMany(page => page.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal)];

    /// <summary>Pages for who has signed in that need no record.</summary>
    public static IReadOnlyList<string> Plain { get; } =
    [
        "/loans", "/loans/grid", "/loans/dates", "/loans/changes", "/loans/papers", "/loans/new", "/loans/import", "/loans/mismo", "/loans/overrides", "/loans/past", "/loans/locks",
        "/settings", "/settings/office", "/settings/pipeline", "/settings/letterhead", "/settings/locks", "/settings/needs", "/settings/commissions", "/settings/goals", "/settings/updates", "/settings/rates",
        "/settings/lead-routing", "/settings/lead-people", "/settings/working-hours", "/settings/lead-forms", "/settings/lead-scores", "/settings/task-sequences", "/settings/fields", "/settings/tags",
        "/today", "/leads", "/leads/new", "/leads/import", "/contacts", "/contacts/new", "/contacts/import", "/companies", "/companies/new", "/companies/import", "/duplicates", "/duplicates/merged",
        "/account", "/account/api-keys", "/account/calendars",
    ];

    /// <summary>Pages for anybody, with an address each.</summary>
    public static IReadOnlyDictionary<string, string> Open { get; } = new Dictionary<string, string>
    {
        ["/sign-in"] = "/sign-in", ["/sign-in/forgot"] = "/sign-in/forgot", ["/sign-in/reset"] = "/sign-in/reset?key=x", ["/sign-in/organization"] = "/sign-in/organization",
        ["/sign-in/authenticator"] = "/sign-in/authenticator", ["/sign-in/second-factor"] = "/sign-in/second-factor", ["/invitation/{Token}"] = "/invitation/x",
        ["/resting"] = "/resting", ["/not-found"] = "/no-such-page", ["/error"] = "/error", ["/your-documents"] = "/your-documents", ["/dev/mail"] = "/dev/mail",
    };

    /// <summary>Pages of one record, and the test that makes the record.</summary>
    public static IReadOnlyDictionary<string, Type> OfRecords { get; } = new Dictionary<string, Type>
    {
        ["/loans/{LoanId:guid}"] = typeof(RecordLooksTests), ["/loans/import/{ImportId:guid}"] = typeof(Loans.ImportTests), ["/loans/mismo/{FileId:guid}"] = typeof(Loans.MismoTests),
        ["/leads/import/{ImportId:guid}"] = typeof(Loans.ImportTests), ["/contacts/import/{ImportId:guid}"] = typeof(Loans.ImportTests), ["/companies/import/{ImportId:guid}"] = typeof(Loans.ImportTests),   // one wizard for all of them
        ["/duplicates/merge"] = typeof(Contacts.MergeTests),
        ["/contacts/{ContactId:guid}"] = typeof(Contacts.PeopleTests), ["/companies/{CompanyId:guid}"] = typeof(Contacts.PeopleTests),
    };
}
