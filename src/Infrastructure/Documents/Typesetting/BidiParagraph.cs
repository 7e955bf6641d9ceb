using static CrmStudio.Infrastructure.Documents.Typesetting.BidiClass;

namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>
/// The direction of every character of a paragraph: the Unicode Bidirectional Algorithm (UAX 9, revision 46), rules P2 to I2, with
/// the separators of L1. The rules are named where they stand.
/// </summary>
internal sealed class BidiParagraph
{
    /// <summary>Level given to characters that only steer the algorithm (rule X9).</summary>
    public const byte Removed = 255;

    private const int MaxDepth = 125, MaxBrackets = 63;

    private readonly int[] characters;
    private readonly BidiClass[] original, types;
    private readonly int[] match;   // an isolate and its end point at each other; -1 where there is no other
    private readonly byte[] levels;

    private BidiParagraph(int[] characters, int? direction)
    {
        this.characters = characters;
        original = [.. characters.Select(BidiCharacters.ClassOf)];
        types = [.. original];
        match = Matched(original);
        levels = new byte[characters.Length];
        BaseLevel = (byte)(direction ?? FirstStrong(0, characters.Length));
    }

    /// <summary>0 when the paragraph reads from left to right, 1 when from right to left.</summary>
    public byte BaseLevel { get; }

    /// <summary>Even levels read from left to right, odd ones from right to left.</summary>
    public IReadOnlyList<byte> Levels => levels;

    /// <summary>Resolves a paragraph.</summary>
    /// <param name="characters">Its characters, without a line break among them.</param>
    /// <param name="direction">0 or 1 when the direction is given; null to take that of the first letter (P2, P3).</param>
    public static BidiParagraph Of(int[] characters, int? direction = null)
    {
        var paragraph = new BidiParagraph(characters, direction);
        paragraph.ResolveExplicit();
        foreach (var sequence in paragraph.Sequences()) paragraph.Resolve(sequence);
        for (var i = 0; i < characters.Length; i++)
        {
            if (IsRemoved(paragraph.original[i])) paragraph.levels[i] = Removed;
            else if (paragraph.original[i] is S or B) paragraph.levels[i] = paragraph.BaseLevel;   // L1
        }
        return paragraph;
    }

    /// <summary>Puts a line into the order it is seen in, from left to right (L2): places of the line's pieces by their levels.</summary>
    public static int[] VisualOrder(ReadOnlySpan<byte> levels)
    {
        var order = new int[levels.Length];
        byte highest = 0, lowestOdd = Removed;
        for (var i = 0; i < levels.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
            if ((levels[i] & 1) == 1) lowestOdd = Math.Min(lowestOdd, levels[i]);
        }
        for (int level = highest; level >= lowestOdd; level--)
            for (var i = 0; i < order.Length; i++)
            {
                var start = i;
                while (i < order.Length && levels[i] >= level) i++;
                if (i > start) Array.Reverse(order, start, i - start);
            }
        return order;
    }

    private static bool IsRemoved(BidiClass type) => type is LRE or RLE or LRO or RLO or PDF or BN;

    private static bool IsInitiator(BidiClass type) => type is LRI or RLI or FSI;

    private static bool IsNeutral(BidiClass type) => type is B or S or WS or ON or PDI || IsInitiator(type);

    private static BidiClass DirectionOf(int level) => (level & 1) == 0 ? L : R;

    // BD9
    private static int[] Matched(BidiClass[] types)
    {
        var (match, open) = (new int[types.Length], new Stack<int>());
        Array.Fill(match, -1);
        for (var i = 0; i < types.Length; i++)
        {
            if (IsInitiator(types[i])) open.Push(i);
            else if (types[i] == PDI && open.TryPop(out var initiator)) (match[initiator], match[i]) = (i, initiator);
        }
        return match;
    }

    // P2, P3: the first letter that is not inside of an isolate.
    private int FirstStrong(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (original[i] is R or AL) return 1;
            if (original[i] == L) return 0;
            if (!IsInitiator(original[i])) continue;
            if (match[i] < 0) return 0;
            i = match[i];
        }
        return 0;
    }

    // X1 to X8
    private void ResolveExplicit()
    {
        var stack = new Stack<(byte Level, BidiClass? Override, bool IsIsolate)>();
        stack.Push((BaseLevel, null, false));
        var (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0);
        for (var i = 0; i < types.Length; i++)
        {
            var type = original[i];
            var (level, forced, _) = stack.Peek();
            if (type is not PDI) levels[i] = level;
            switch (type)
            {
                case RLE or LRE or RLO or LRO:
                    var embedded = NextLevel(level, isRightToLeft: type is RLE or RLO);
                    if (embedded <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0) stack.Push(((byte)embedded, type == RLO ? R : type == LRO ? L : null, false));
                    else if (overflowIsolates == 0) overflowEmbeddings++;
                    break;
                case RLI or LRI or FSI:
                    types[i] = forced ?? type;
                    var isolated = NextLevel(level, type == RLI || (type == FSI && FirstStrong(i + 1, match[i] < 0 ? types.Length : match[i]) == 1));
                    if (isolated <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        validIsolates++;
                        stack.Push(((byte)isolated, null, true));
                    }
                    else
                    {
                        overflowIsolates++;
                    }
                    break;
                case PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Pop().IsIsolate) { }
                        validIsolates--;
                    }
                    (levels[i], types[i]) = (stack.Peek().Level, stack.Peek().Override ?? type);
                    break;
                case PDF:
                    if (overflowIsolates > 0) break;
                    if (overflowEmbeddings > 0) overflowEmbeddings--;
                    else if (stack.Count > 1 && !stack.Peek().IsIsolate) stack.Pop();
                    break;
                case BN or B:
                    break;
                default:
                    types[i] = forced ?? type;
                    break;
            }
        }
    }

    private static int NextLevel(int level, bool isRightToLeft) => isRightToLeft ? (level + 1) | 1 : (level + 2) & ~1;

    // X10: runs of one level, joined over the isolates between them.
    private List<Sequence> Sequences()
    {
        var kept = Enumerable.Range(0, types.Length).Where(i => !IsRemoved(original[i])).ToList();
        var runs = new List<List<int>>();
        foreach (var i in kept)
        {
            if (runs.Count == 0 || levels[runs[^1][^1]] != levels[i]) runs.Add([]);
            runs[^1].Add(i);
        }

        var byStart = runs.ToDictionary(run => run[0]);
        var sequences = new List<Sequence>();
        foreach (var run in runs)
        {
            if (original[run[0]] == PDI && match[run[0]] >= 0) continue;
            var places = new List<int>(run);
            while (IsInitiator(original[places[^1]]) && match[places[^1]] is >= 0 and var end) places.AddRange(byStart[end]);

            int level = levels[places[0]];
            var (first, last) = (kept.BinarySearch(places[0]), kept.BinarySearch(places[^1]));
            var before = first > 0 ? levels[kept[first - 1]] : BaseLevel;
            var after = last + 1 < kept.Count && !IsInitiator(original[places[^1]]) ? levels[kept[last + 1]] : BaseLevel;
            sequences.Add(new Sequence([.. places], level, DirectionOf(Math.Max(level, before)), DirectionOf(Math.Max(level, after))));
        }
        return sequences;
    }

    private void Resolve(Sequence run)
    {
        ResolveWeak(run);
        ResolveBrackets(run);
        ResolveNeutral(run);
        foreach (var i in run.Places)   // I1, I2
            levels[i] += (byte)((run.Level & 1) == 0 ? types[i] switch { R => 1, AN or EN => 2, _ => 0 } : types[i] is L or EN or AN ? 1 : 0);
    }

    private void ResolveWeak(Sequence run)
    {
        var places = run.Places;
        var (before, strong) = (run.Start, run.Start);
        foreach (var i in places)
        {
            if (types[i] == NSM) types[i] = IsInitiator(before) || before == PDI ? ON : before;   // W1
            before = types[i];
        }
        foreach (var i in places)
        {
            if (types[i] is L or R or AL) strong = types[i];
            else if (types[i] == EN && strong == AL) types[i] = AN;   // W2
        }
        foreach (var i in places)
            if (types[i] == AL) types[i] = R;   // W3
        for (var i = 1; i + 1 < places.Length; i++)   // W4
        {
            var (left, right) = (types[places[i - 1]], types[places[i + 1]]);
            if (left == right && ((types[places[i]] == ES && left == EN) || (types[places[i]] == CS && left is EN or AN))) types[places[i]] = left;
        }
        for (var i = 0; i < places.Length; i++)   // W5
        {
            if (types[places[i]] != ET) continue;
            var end = i;
            while (end < places.Length && types[places[end]] == ET) end++;
            var touchesNumber = (i > 0 && types[places[i - 1]] == EN) || (end < places.Length && types[places[end]] == EN);
            for (; i < end; i++)
                if (touchesNumber) types[places[i]] = EN;
            i = end - 1;
        }
        strong = run.Start;
        foreach (var i in places)
        {
            if (types[i] is ES or ET or CS) types[i] = ON;   // W6
            if (types[i] is L or R) strong = types[i];
            else if (types[i] == EN && strong == L) types[i] = L;   // W7
        }
    }

    // N0
    private void ResolveBrackets(Sequence run)
    {
        var direction = DirectionOf(run.Level);
        foreach (var (open, close) in BracketPairs(run.Places))
        {
            BidiClass? found = null;
            for (var k = open + 1; k < close && found != direction; k++)
                if (StrongOf(types[run.Places[k]]) is { } strong) found = strong;
            if (found is null) continue;
            if (found != direction)
            {
                var context = run.Start;
                for (var k = open - 1; k >= 0; k--)
                {
                    if (StrongOf(types[run.Places[k]]) is not { } strong) continue;
                    context = strong;
                    break;
                }
                if (context != found) found = direction;
            }
            Set(run.Places, open, found.Value);
            Set(run.Places, close, found.Value);
        }
    }

    private void Set(int[] places, int k, BidiClass type)
    {
        types[places[k]] = type;
        while (++k < places.Length && original[places[k]] == NSM) types[places[k]] = type;
    }

    // BD16
    private List<(int Open, int Close)> BracketPairs(int[] places)
    {
        var (open, pairs) = (new List<(int Closing, int At)>(), new List<(int Open, int Close)>());
        for (var k = 0; k < places.Length; k++)
        {
            var character = characters[places[k]];
            if (types[places[k]] != ON) continue;
            if (BidiCharacters.ClosingOf(character) is not 0 and var closing)
            {
                if (open.Count == MaxBrackets) break;
                open.Add((closing, k));
            }
            else if (BidiCharacters.IsClosing(character) && open.FindLastIndex(entry => entry.Closing == BidiCharacters.Canonical(character)) is >= 0 and var found)
            {
                pairs.Add((open[found].At, k));
                open.RemoveRange(found, open.Count - found);
            }
        }
        pairs.Sort();
        return pairs;
    }

    private static BidiClass? StrongOf(BidiClass type) => type switch { L => L, R or EN or AN => R, _ => null };

    // N1, N2
    private void ResolveNeutral(Sequence run)
    {
        var places = run.Places;
        for (var k = 0; k < places.Length; k++)
        {
            if (!IsNeutral(types[places[k]])) continue;
            var end = k;
            while (end < places.Length && IsNeutral(types[places[end]])) end++;
            var before = k == 0 ? run.Start : StrongOf(types[places[k - 1]])!.Value;
            var after = end == places.Length ? run.End : StrongOf(types[places[end]])!.Value;
            var type = before == after ? before : DirectionOf(run.Level);
            for (; k < end; k++) types[places[k]] = type;
            k = end - 1;
        }
    }

    private sealed record Sequence(int[] Places, int Level, BidiClass Start, BidiClass End);
}
