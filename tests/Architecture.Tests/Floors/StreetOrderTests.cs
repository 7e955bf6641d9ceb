using System.Text.RegularExpressions;
using CrmStudio.Architecture.Tests.Reading;

namespace CrmStudio.Architecture.Tests.Floors;

/// <summary>A room may look back, never forward: a total order cannot have cycles.</summary>
public sealed partial class StreetOrderTests
{
    [Fact]
    public void Every_folder_of_a_floor_is_a_room_or_a_known_place_beside_the_street()
    {
        var unknown = House.Floors.SelectMany(TypeUses.Written).Select(House.PlaceOf).Distinct()
            .Where(place => !House.Street.Contains(place.Room) && !House.BesideTheStreet.ContainsKey($"{place.Floor}.{place.Room}") && place.Room != "")
            .Select(place => $"{place.Floor}/{place.Room}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void No_room_looks_forward_in_its_compiled_code()
    {
        var forward =
            from type in House.Floors.SelectMany(TypeUses.Written)
            from used in TypeUses.Of(type)
            where used.Namespace?.StartsWith("CrmStudio.", StringComparison.Ordinal) == true && !MaySee(House.PlaceOf(type), House.PlaceOf(used).Room)
            select $"{type.FullName} looks at {used.FullName}";

        Assert.Empty(forward.Distinct());
    }

    /// <summary>Constants leave no trace in compiled code, imports do not either: they are read in the source.</summary>
    [Fact]
    public void No_room_names_a_later_one_in_its_source()
    {
        var forward =
            from file in SourceTree.Files("src")
            let place = PlaceOf(file.Path)
            from Match match in Mentions().Matches(file.Code)
            where !MaySee(place, match.Groups[1].Value)
            select $"{file.Path} names {match.Value}";

        Assert.Empty(forward.Distinct());
    }

    private static bool MaySee((string Floor, string Room) from, string room)
    {
        if (!House.Street.Contains(room)) return true;
        if (House.BesideTheStreet.TryGetValue($"{from.Floor}.{from.Room}", out var seen)) return seen.Contains(room);
        return !House.Street.Contains(from.Room) || House.Street.ToList().IndexOf(room) <= House.Street.ToList().IndexOf(from.Room);
    }

    private static (string Floor, string Room) PlaceOf(string path)
    {
        var folders = path.Split('/');
        return (folders[1], folders.Length > 3 ? folders[2] : "");
    }

    [GeneratedRegex(@"\bCrmStudio\.(?:Domain|Infrastructure|App)\.(\w+)")]
    private static partial Regex Mentions();
}
