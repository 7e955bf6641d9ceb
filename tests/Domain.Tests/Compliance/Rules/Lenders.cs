using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Calendars;
using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Compliance.Rules;

/// <summary>The rules that ship, as lenders with different offices count them.</summary>
internal static class Lenders
{
    public static RuleBook Book { get; } = new(RulePack.Shipped);

    /// <summary>Open Monday to Friday, closed on legal holidays.</summary>
    public static RuleDates Usual { get; } = With(LenderProfile.Usual());

    public static RuleDates With(LenderProfile lender, params OfficeDay[] exceptions) => new(Book, new OfficeDays(lender, exceptions, Book.Holidays));

    /// <summary>A lender made from a number, for tests over many.</summary>
    public static RuleDates Random(Random chance)
    {
        var lender = LenderProfile.Usual();
        lender.Open(Enum.GetValues<DayOfWeek>().Where(_ => chance.Next(4) > 0).Append((DayOfWeek)chance.Next(7)), chance.Next(2) == 0, chance.Next(2) == 0);
        var days = Enumerable.Range(0, chance.Next(12)).Select(_ => new DateOnly(2020, 1, 1).AddDays(chance.Next(7_670))).Distinct()
            .Select(day => OfficeDay.Note(day, chance.Next(2) == 0, "Generated", 0).Value!);
        return With(lender, [.. days]);
    }
}
