using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Who gets which leads: rules, ponds, licences, hours, and how soon an answer is promised.</summary>
internal sealed class DemoRouting(DemoStaff staff, DemoRows rows, DemoDays days, DateTimeOffset since)
{
    private const string Spanish = "Spanish", Portuguese = "Portuguese", French = "French";

    /// <summary>States an officer is licensed in; the sales representative hands leads over and needs none.</summary>
    private static readonly Dictionary<string, string[]> licences = new()
    {
        ["Ana"] = ["ME", "NH", "MA", "VT", "CT"], ["Marc"] = ["ME", "NH"], ["Keisha"] = ["ME", "NH", "MA", "RI"], ["Priya"] = ["ME", "MA", "CT", "RI"],
        ["Jonah"] = ["ME", "NH", "VT"], ["Tomas"] = ["NH", "MA"], ["Walt"] = ["IL", "WI", "IN"], ["Joy"] = ["IL", "IN"],
    };

    private static readonly Dictionary<string, string[]> languages = new() { ["Ana"] = [Spanish], ["Marc"] = [French], ["Priya"] = [Spanish, Portuguese], ["Joy"] = [French] };

    /// <summary>The lender with branches: hot leads to whoever is first, Spanish to who speaks it, the rest in turn or by weight.</summary>
    public void Set()
    {
        Keep(WorkWeek.Usual(staff.Cast.Lender.TimeZone), null);
        Promise(new ResponseTerms(30, 10, 0, 480));
        foreach (var officer in staff.Officers) Describe(officer);

        Guid[] all = [.. staff.Officers.Select(Id)];
        if (staff.Cast != DemoCast.Harborline)
        {
            Rule(1, "All leads, in turn", Among(all) with { OnlyLicensed = true });
            return;
        }

        var (hot, everybody) = (Pond("Hot leads"), Pond("Nights and weekends"));
        Rule(1, "Hot leads: first to claim", new() { MinimumScore = Lead.HotFrom, Hours = RoutingHours.Inside, Method = RoutingMethod.Pond, PondId = hot, ClaimMinutes = 10 });
        Rule(2, "Spanish to who speaks it", Among(Named("Ana"), Named("Priya")) with { Languages = [Spanish], OnlyLicensed = true, OnlySpeakers = true });
        Rule(3, "Referrals and past clients", new()
        {
            Sources = [LeadSources.Referral, LeadSources.PastClient], Method = RoutingMethod.Weighted, OnlyLicensed = true, OpenCap = 60,
            Places = [new(Named("Ana"), 3), new(Named("Keisha"), 3), new(Named("Priya"), 2), new(Named("Jonah"), 1)],
        });
        Rule(4, "Everybody in turn", Among(all) with { OnlyLicensed = true, OnlyInHours = true, DailyCap = 12 });
        Rule(5, "Nights and weekends wait", new() { Hours = RoutingHours.Outside, Method = RoutingMethod.Pond, PondId = everybody });
        Off("Bought lists", Among(Named("Marc")) with { Sources = [LeadSources.Purchased] });
        Absent();
    }

    private void Describe(DemoPerson officer)
    {
        var profile = new LeadProfile(staff.IdOf(officer));
        Must(profile.Write(true, officer.Share >= 20 ? 80 : 50, null, languages.GetValueOrDefault(officer.FirstName) ?? []));
        rows.Add(profile, since);
        foreach (var (state, place) in (licences.GetValueOrDefault(officer.FirstName) ?? []).Select((state, place) => (state, place)))
        {
            // Most run until the end of next year; one soon runs out, and one did.
            var until = (officer.FirstName, state) switch { ("Tomas", "MA") => days.Today.AddDays(-20), ("Keisha", "RI") => days.Today.AddDays(41), _ => new DateOnly(days.Today.Year + 1, 12, 31) };
            rows.Add(Must(Licence.Hold(staff.IdOf(officer), state, $"{staff.NmlsOf(officer)}-{place + 1}", until)), since);
        }
    }

    /// <summary>One works early days, one four long ones, and one is on vacation.</summary>
    private void Absent()
    {
        var zone = staff.Cast.Lender.TimeZone;
        Keep(new(zone, [.. Enumerable.Range(1, 5).Select(day => new WorkSpan((DayOfWeek)day, new(7, 30), new(16, 0)))]), Person("Jonah"));
        Keep(new(zone, [.. Enumerable.Range(1, 4).SelectMany(day => new[] { new WorkSpan((DayOfWeek)day, new(9, 0), new(13, 0)), new WorkSpan((DayOfWeek)day, new(14, 0), new(20, 0)) })]), Person("Keisha"));
        rows.Add(Must(AwaySpan.Plan(staff.IdOf(Person("Tomas")), days.Today.AddDays(-2), days.Today.AddDays(5), "Vacation")), since);
    }

    private void Keep(WorkWeek week, DemoPerson? person)
    {
        var schedule = new WorkSchedule(person is null ? null : staff.IdOf(person));
        Must(schedule.Write(week));
        rows.Add(schedule, since);
    }

    private void Promise(ResponseTerms terms)
    {
        var policy = new ResponsePolicy(staff.Cast.Lender.Id);
        Must(policy.Set(terms));
        rows.AddAsIs(policy, since);
    }

    private Guid Pond(string name)
    {
        var pond = Must(LeadPond.Dig(name, null));
        rows.Add(pond, since, name: name);
        return rows.Stored(pond.Id);
    }

    private void Rule(int position, string name, RoutingTerms terms) => rows.Add(Written(position, name, terms), since);

    private void Off(string name, RoutingTerms terms)
    {
        var rule = Written(6, name, terms);
        rule.Switch(false);
        rows.Add(rule, since);
    }

    private static RoutingRule Written(int position, string name, RoutingTerms terms)
    {
        var rule = new RoutingRule(position);
        Must(rule.Write(name, terms));
        return rule;
    }

    private static RoutingTerms Among(params Guid[] crew) => new() { Places = [.. crew.Select(member => new RoutingPlace(member))] };

    private DemoPerson Person(string firstName) => staff.Officers.First(officer => officer.FirstName == firstName);

    private Guid Named(string firstName) => Id(Person(firstName));

    // Ids inside a document are not looked up when it is written: they are those the rows have in the end.
    private Guid Id(DemoPerson person) => rows.Stored(staff.IdOf(person));
}
