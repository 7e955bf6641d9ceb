using System.Text.RegularExpressions;

namespace CrmStudio.Architecture.Tests;

public sealed partial class StreetOrderTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Infrastructure")]
    [InlineData("App")]
    public void A_room_looks_back_along_the_street_and_never_forward(string floor)
    {
        var looksForward =
            from source in House.Sources($"src/{floor}", ".cs", ".razor")
            let room = House.RoomOf($"CrmStudio.{source.Path.Split('/')[1]}.{source.Path.Split('/')[2]}")
            where room is not null
            from Match named in Named().Matches(source.Text)
            let other = named.Groups["room"].Value
            where Array.IndexOf(House.Street, other) > Array.IndexOf(House.Street, room)
            select $"{source.Path} ({room}) names {named.Value}";

        Assert.Empty(looksForward);
    }

    [Fact]
    public void The_kit_knows_no_room()
    {
        var known = House.Sources("src/App/Kit", ".cs", ".razor").SelectMany(source => Named().Matches(source.Text).Select(named => $"{source.Path} names {named.Value}"));
        Assert.Empty(known);
    }

    [Fact]
    public void The_platform_knows_no_room_beyond_the_foundations()
    {
        // The model holds every room's tables, and the demo fills them; the rest of the platform knows who acts and what is audited.
        string[] foundations = ["Access", "Compliance"];
        var known =
            from source in House.Sources("src/Infrastructure/Platform", ".cs")
            where source.Path != "src/Infrastructure/Platform/Persistence/CrmDbContext.cs" && !source.Path.StartsWith("src/Infrastructure/Platform/Seeding/", StringComparison.Ordinal)
            from Match named in Named().Matches(source.Text)
            where !foundations.Contains(named.Groups["room"].Value)
            select $"{source.Path} names {named.Value}";
        Assert.Empty(known);
    }

    [GeneratedRegex(@"CrmStudio\.(Domain|Infrastructure|App)\.(?<room>Access|Compliance|Billing|Integrations|Contacts|Leads|Inbox|Pipelines|Loans|Partners|Sales|Proposals|Campaigns|Coaching|Automation|Mobile)\b")]
    private static partial Regex Named();
}
