namespace CrmStudio.Load.Seeding;

/// <summary>Invented names, streets and towns.</summary>
internal static class People
{
    private static readonly string[] first = ["Ada", "Bram", "Carla", "Dana", "Elio", "Farah", "Greta", "Hugo", "Imani", "Jonas", "Kaia", "Leon", "Mara", "Nadir", "Odile", "Pavel", "Quinn", "Rosa", "Silas", "Tova", "Umar", "Vera", "Wendell", "Ximena", "Yara", "Zeno", "Marisol", "Noel", "Tobias", "Ingrid", "Caleb", "Priya"];
    private static readonly string[] last = ["Whitlock", "Farrow", "Smith", "Okafor", "Lindqvist", "Marchetti", "Delgado", "Nakamura", "Oyelaran", "Brandt", "Castellan", "Dorsey", "Eastman", "Fontaine", "Galloway", "Hargrove", "Ibsen", "Jarvis", "Kowalski", "Lamarr", "Mbeki", "Novak", "Ostrow", "Petrov", "Quigley", "Reyes", "Sandoval", "Thibault", "Ueda", "Vasquez", "Whitaker", "Xiong", "Yilmaz", "Zimmer", "Abernathy", "Blackwood", "Crenshaw"];
    private static readonly string[] streets = ["Alder Court", "Birch Lane", "Cedar Street", "Dogwood Drive", "Elm Terrace", "Foxglove Way", "Granite Road", "Harbor View"];
    private static readonly (string City, string State, string Zip)[] towns = [("Wells Harbor", "ME", "04090"), ("Dunmore", "PA", "18512"), ("Cold Spring", "NY", "10516"), ("Essex Falls", "VT", "05452"), ("Bay Head", "NJ", "08742"), ("Harbor Point", "CT", "06902")];

    public static string First(Random dice) => first[dice.Next(first.Length)];

    public static string Last(Random dice) => last[dice.Next(last.Length)];

    public static string Street(Random dice) => $"{dice.Next(1, 999)} {streets[dice.Next(streets.Length)]}";

    public static (string City, string State, string Zip) Town(Random dice) => towns[dice.Next(towns.Length)];
}
