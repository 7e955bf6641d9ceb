namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Invented streets in invented towns; states are real, ZIP codes look like those of the state.</summary>
internal static class DemoPlaces
{
    public sealed record Town(string Name, string State, string Zip);

    private static readonly Town[] coast =
    [
        new("Wells Harbor", "ME", "04090"), new("Port Ellery", "ME", "04106"), new("Saltmarsh", "ME", "04072"), new("Camden Falls", "ME", "04843"), new("Kittery Ridge", "ME", "03905"),
        new("Harbor Point", "NH", "03801"), new("Northgate", "NH", "03820"), new("Exeter Mills", "NH", "03833"), new("Lake Winslow", "NH", "03894"), new("Granite Hollow", "NH", "03301"),
        new("Millbrook", "MA", "01950"), new("Amesbrook", "MA", "01913"), new("Haverly", "MA", "01830"), new("Dunes End", "MA", "02630"), new("Larkfield", "MA", "01810"),
        new("Green Notch", "VT", "05401"), new("Maple Landing", "VT", "05602"), new("Quonset Bay", "RI", "02852"), new("Old Sachem", "CT", "06475"), new("Stony Brook Green", "CT", "06443"),
    ];

    private static readonly Town[] lakes =
    [
        new("Pinecrest", "IL", "60091"), new("Oak Prairie", "IL", "60510"), new("Lake Marian", "IL", "60110"), new("Fox Hollow", "IL", "60175"),
        new("Kettle Bluff", "WI", "53140"), new("Cedar Narrows", "WI", "53105"), new("Dune Ridge", "IN", "46304"),
    ];

    private static readonly string[] streets =
    [
        "Alder", "Anchor", "Bayberry", "Beacon", "Birch Hill", "Brackett", "Cannery", "Cedar", "Chandler", "Clearwater", "Cobble", "Cranberry", "Dory", "Elmhurst", "Fairlawn", "Ferry", "Foxglove", "Garrison",
        "Granite", "Harvest", "Hawthorn", "Heron", "High Meadow", "Island View", "Juniper", "Kestrel", "Lantern", "Larch", "Ledge", "Lighthouse", "Linden", "Locust", "Mariner", "Marsh", "Mill Pond", "Mooring",
        "Oakridge", "Old Post", "Orchard", "Osprey", "Pebble", "Pepperell", "Pilgrim", "Quarry", "Sandpiper", "Schooner", "Spruce", "Starling", "Sumac", "Tamarack", "Thistle", "Tupelo", "Wharf", "Willow", "Windward",
    ];

    private static readonly string[] kinds = ["Street", "Street", "Road", "Road", "Lane", "Avenue", "Court", "Drive", "Way", "Circle"];

    public static Town TownFor(DemoLender lender, Dice dice) => dice.Pick(lender == DemoLender.Pinecrest ? lakes : coast);

    public static string Street(Dice dice) => $"{dice.Between(2, 489)} {dice.Pick(streets)} {dice.Pick(kinds)}" + (dice.Percent(9) ? $", Unit {dice.Between(1, 24)}" : "");
}
