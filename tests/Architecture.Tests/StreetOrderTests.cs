using System.Text.RegularExpressions;

namespace CrmStudio.Architecture.Tests;

public sealed partial class StreetOrderTests
{
    [Theory]
    [MemberData(nameof(Floors))]
    public void A_room_looks_back_along_the_street_and_never_forward(string floor)
    {
        var looksForward =
            from mention in Blueprint.Of(House.Floors.Single(assembly => assembly.GetName().Name == floor))
            let room = House.RoomOf(mention.By.Namespace)
            where room is not null
            from type in mention.Named.Types()
            where Array.IndexOf(House.Street, House.RoomOf(type.Namespace)) > Array.IndexOf(House.Street, room)
            select mention;
        House.None(looksForward);
    }

    [Fact]
    public void Not_even_a_constant_or_a_comment_comes_from_a_room_ahead()
    {
        // The compiler writes a constant's value in place of its name: only the source says whose it is.
        var looksForward =
            from source in House.Sources("src", ".cs", ".razor")
            let room = House.RoomOf("CrmStudio." + source.Path["src/".Length..].Replace('/', '.'))
            where room is not null
            from Match named in Named().Matches(source.Text)
            where Array.IndexOf(House.Street, House.RoomOf(named.Value)) > Array.IndexOf(House.Street, room)
            select $"{source.Path} names {named.Value}";
        House.None(looksForward);
    }

    [Theory]
    [InlineData("CrmStudio.Domain.Common")]
    [InlineData("CrmStudio.App.Kit")]
    [InlineData("CrmStudio.App.Shell", "Access")]
    [InlineData("CrmStudio.Infrastructure.Platform", "Access", "Compliance")]
    [InlineData("CrmStudio.Infrastructure.Documents")]
    public void What_every_room_uses_knows_no_room_but_the_foundations(string place, params string[] foundations)
    {
        // The model holds every room's tables, and the demo fills them.
        var known =
            from mention in House.Floors.SelectMany(Blueprint.Of)
            where mention.By.Namespace is { } home && (home == place || home.StartsWith(place + ".", StringComparison.Ordinal))
            where mention.By.Name is not "CrmDbContext" && mention.By.Namespace != "CrmStudio.Infrastructure.Platform.Seeding"
            from type in mention.Named.Types()
            where House.RoomOf(type.Namespace) is { } room && !foundations.Contains(room)
            select mention;
        House.None(known);
    }

    public static TheoryData<string> Floors => [.. House.Floors.Select(floor => floor.GetName().Name!)];

    [GeneratedRegex(@"\bCrmStudio\.(Domain|Infrastructure|App)\.\w+")]
    private static partial Regex Named();
}
