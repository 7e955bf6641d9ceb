using System.Globalization;
using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Tests.Documents;

public sealed class BidiTests
{
    public static TheoryData<string> Lines
    {
        get
        {
            using var reader = new StreamReader(typeof(BidiTests).Assembly.GetManifestResourceStream($"{typeof(BidiTests).Namespace}.BidiCharacterTest.txt")!);
            return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
        }
    }

    [Fact]
    public void Directions_are_those_of_Unicodes_own_test()
    {
        Assert.True(Lines.Count > 100);
        Assert.All(Lines, row => Holds(row.Data));
    }

    private static void Holds(string line)
    {
        var fields = line.Split(';');
        var characters = fields[0].Split(' ').Select(hex => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToArray();
        var paragraph = BidiParagraph.Of(characters, fields[1] == "2" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture));
        var levels = paragraph.Levels.ToArray();
        EndOfLine(characters, levels, paragraph.BaseLevel);
        var seen = Enumerable.Range(0, levels.Length).Where(i => levels[i] != BidiParagraph.Removed).ToArray();
        var order = BidiParagraph.VisualOrder(seen.Select(i => levels[i]).ToArray()).Select(i => seen[i]);

        Assert.Equal(fields[2], paragraph.BaseLevel.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(fields[3], string.Join(' ', levels.Select(level => level == BidiParagraph.Removed ? "x" : level.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(fields[4], string.Join(' ', order));
    }

    // The part of rule L1 that needs to know where a line ends, which each test's text is.
    private static void EndOfLine(int[] characters, byte[] levels, byte baseLevel)
    {
        var isTrailing = true;
        for (var i = levels.Length - 1; i >= 0; i--)
        {
            var type = BidiCharacters.ClassOf(characters[i]);
            if (type is BidiClass.S or BidiClass.B) isTrailing = true;
            else if (levels[i] != BidiParagraph.Removed && type is not (BidiClass.WS or BidiClass.FSI or BidiClass.LRI or BidiClass.RLI or BidiClass.PDI)) isTrailing = false;
            if (isTrailing && levels[i] != BidiParagraph.Removed) levels[i] = baseLevel;
        }
    }
}
